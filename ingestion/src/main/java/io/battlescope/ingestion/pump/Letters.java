package io.battlescope.ingestion.pump;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.ingestion.store.Quarantined;
import io.battlescope.ingestion.store.SetAside;
import java.time.Instant;

/** What the dead letters say of payloads in quarantine. */
final class Letters {

    private static final String STAGE = "ingestion";

    private Letters() {}

    static DeadLetter of(String feed, SetAside aside, Instant now) {
        return new DeadLetter(
                STAGE,
                feed,
                Long.toString(aside.number()),
                aside.killmailId(),
                aside.code().name(),
                aside.detail(),
                aside.payload(),
                now);
    }

    /** It is in quarantine no more, and this is why. */
    static DeadLetter released(Quarantined payload, String why, Instant now) {
        return new DeadLetter(
                STAGE,
                payload.feed(),
                Long.toString(payload.number()),
                null,
                DeadLetter.RELEASED,
                why,
                payload.payload(),
                now);
    }
}
