package io.battlescope.ingestion.feed;

import java.time.Instant;

/** Which hosts have sent us away; remembered beyond a restart, since asking during a ban makes it longer. */
public interface Bans {

    /** When the host may be asked again: in the past, or {@link Instant#MIN}, when it may be asked now. */
    Instant until(String host);

    void ban(String host, Instant until);
}
