package io.battlescope.command.publishing;

import java.time.Duration;
import java.time.Instant;

/** Whether an instance somewhere may be publishing. */
final class Standstill {

    /** A claim that was not confirmed for so long is nobody's, as the token store sees it. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private Standstill() {}

    static boolean isHeldBySomebody(Publisher publisher, Instant now) {
        Publisher.Standing standing = publisher.standing();
        return standing.owner() != null
                && standing.claimedAt() != null
                && standing.claimedAt().plus(CLAIM).isAfter(now);
    }
}
