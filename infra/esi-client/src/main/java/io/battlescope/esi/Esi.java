package io.battlescope.esi;

/** Questions to ESI's public routes. Safe for many threads. */
public interface Esi {

    /**
     * Asks, waiting for budget as long as that is short.
     *
     * @param path below the base URL, such as {@code /alliances/99003581}
     * @param etag of the answer at hand; {@code null} for none
     * @throws EsiUnavailableException when ESI cannot be asked now, or gave no answer; asking again later is right
     */
    EsiAnswer get(String path, String etag) throws EsiUnavailableException, InterruptedException;

    /**
     * Likewise, with a JSON body.
     *
     * @throws EsiUnavailableException when ESI cannot be asked now, or gave no answer; asking again later is right
     */
    EsiAnswer post(String path, byte[] body) throws EsiUnavailableException, InterruptedException;

    /**
     * Whether the budget of a route's group has room for so many more questions now. While no answer has told the budget, what is
     * documented of it counts; a route that nothing is known of has room.
     *
     * @param path of one such question
     */
    boolean canAfford(String path, int questions);
}
