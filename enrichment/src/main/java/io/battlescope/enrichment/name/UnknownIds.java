package io.battlescope.enrichment.name;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.deadletter.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ids that ESI does not know. Each is set aside with a letter, and asked again: after an hour first, since new characters need
 * about as long to be found, then after twice as long each time.
 */
final class UnknownIds {

    static final String CODE = "UNKNOWN_ID";

    private static final String STAGE = "enrichment";
    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration LAST = Duration.ofDays(7);
    private static final int DOUBLINGS = 8;

    private final DeadLetters deadLetters;
    private final Memory memory;
    private final Agenda agenda;
    private final Clock clock;
    private final NameStatus status;

    UnknownIds(DeadLetters deadLetters, Memory memory, Agenda agenda, Clock clock, NameStatus status) {
        this.deadLetters = deadLetters;
        this.memory = memory;
        this.agenda = agenda;
        this.clock = clock;
        this.status = status;
    }

    /** Not named: returns once the broker has the letter. */
    void setAside(long id, String detail) {
        Errand errand = new Errand.Name(id);
        Duration pause = pauseAfter(agenda.tried(errand));
        tell("/universe/names", id, detail + "; to be asked again in " + pause.toHours() + " h");
        agenda.put(errand, clock.instant().plus(pause));
        memory.put(id, false, pause);
    }

    /** No such corporation or alliance. */
    void setAside(Errand.Ticker errand, String route, String detail) {
        tell(route, errand.id(), detail);
        memory.put(errand.id(), false, LAST);
    }

    static Duration pauseAfter(long tries) {
        long doublings = Math.min(DOUBLINGS, Math.max(0, tries - 1));
        Duration pause = FIRST.multipliedBy(1L << doublings);
        return pause.compareTo(LAST) > 0 ? LAST : pause;
    }

    private void tell(String route, long id, String detail) {
        Instant now = clock.instant();
        deadLetters.send(
                Topic.ENTITY_UPDATED_DLT,
                new DeadLetter(STAGE, "esi:" + route, Long.toString(id), null, CODE, detail, null, now));
        status.unknown();
    }
}
