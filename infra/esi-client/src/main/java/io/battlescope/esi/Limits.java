package io.battlescope.esi;

import java.time.Duration;

/**
 * What is known of ESI's limits, and of pauses. Tokens are booked twice: what an answer usually costs before a question goes
 * out, and the difference when its real cost is known; thus questions on their way count.
 */
interface Limits {

    /** Scope of a pause that holds for all routes. */
    String EVERYTHING = "all";

    /** What a good answer costs, booked beforehand. */
    int BOOKED = 2;

    /** Errors that are left alone: others at this address may ask too, and answers on their way may be errors. */
    int ERRORS_SPARED = 20;

    /** The old limit, where an error came without its headers. */
    int ERRORS_A_MINUTE = 100;

    Duration ERROR_WINDOW = Duration.ofMinutes(1);

    /** The bucket that a route's questions are counted in; {@code null} while none is known. */
    Bucket bucketOf(Route route);

    /** An answer told the bucket of its route. */
    void learn(Route route, Bucket bucket);

    /**
     * Books one question, if it may go out now.
     *
     * @param scope the route's group, or the route while no group is known
     * @param bucket {@code null} when none is known
     */
    Admission admit(String scope, Bucket bucket);

    /**
     * Books what a question that was admitted has cost.
     *
     * @param tokensLeft by ESI's own count; {@code null} when not told
     */
    void settle(Bucket bucket, int cost, Long tokensLeft);

    /** Tokens of the bucket that are not used, by our own books. */
    long free(Bucket bucket);

    /** ESI told how many errors are left. */
    void errorsLeft(int left, Duration reset);

    /** An error came, and ESI did not tell how many are left. */
    void error();

    /** Nobody asks within the scope for so long. */
    void pause(String scope, String state, Duration pause);

    /**
     * @param state why not, as in {@link EsiUnavailableException}; empty when the question may go out
     * @param retryIn when asking again makes sense
     */
    record Admission(String state, Duration retryIn) {

        static final Admission GRANTED = new Admission("", Duration.ZERO);

        boolean isGranted() {
            return state.isEmpty();
        }

        static Admission outOfBudget(Duration retryIn) {
            return new Admission("out-of-budget", retryIn);
        }
    }
}
