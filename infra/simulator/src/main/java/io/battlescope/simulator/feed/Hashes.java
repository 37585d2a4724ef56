package io.battlescope.simulator.feed;

import io.battlescope.simulator.war.Kill;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * CCP's hash of a killmail: SHA-1 of the victim's and the final blow's character (or {@code None}), the hull and the time as a Windows
 * file time, one after the other.
 */
public final class Hashes {

    /** From 1601, where Windows begins to count, to 1970. */
    private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

    private static final long TICKS_A_SECOND = 10_000_000;

    private Hashes() {}

    public static String of(Kill kill) {
        long finalBlow = kill.shooters().get(kill.finalBlow()).pilot().characterId();
        String text = named(kill.victim().characterId())
                + named(finalBlow)
                + kill.hull().typeId()
                + (kill.time() + SECONDS_1601_TO_1970) * TICKS_A_SECOND;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1.", e);
        }
    }

    private static String named(long characterId) {
        return characterId == 0 ? "None" : Long.toString(characterId);
    }
}
