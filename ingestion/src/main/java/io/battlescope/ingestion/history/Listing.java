package io.battlescope.ingestion.history;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The killmails of a day, as far as a source knows of them.
 *
 * @param source who was asked
 * @param hashes by killmail id; a hash is {@code null} where the source tells none
 */
public record Listing(String source, Map<Long, String> hashes) {

    public static final String ZKILLBOARD = "zkillboard-history";
    public static final String EVE_REF = "everef";

    public Listing {
        hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
    }
}
