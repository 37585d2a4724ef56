package io.battlescope.gateway.processor;

import java.util.List;

/** The processors of the command side. They keep nothing in the Query DB, so that nothing but their names tells that there are any. */
public final class Publishers {

    /** Publishes the event store on {@code battle.events}. */
    public static final String OF_BATTLES = "battle-publisher";

    /** Publishes {@code battle.lifecycle}. */
    static final String OF_LIFECYCLES = "lifecycle-publisher";

    /** Holds every delivery of a killmail that said something of its own, and publishes them again when asked. */
    public static final String OF_KILLMAILS = "killmail-archive";

    static final List<String> EXPECTED = List.of(OF_BATTLES, OF_LIFECYCLES, OF_KILLMAILS);

    private Publishers() {}
}
