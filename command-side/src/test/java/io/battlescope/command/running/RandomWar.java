package io.battlescope.command.running;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Killmails of an evening in several systems, the same for the same seed; some fights touch only through a late mail. */
final class RandomWar {

    private static final Instant EVENING = Instant.parse("2021-11-28T22:00:00Z");
    private static final long[] ALLIANCES = {
        Pilot.GOONSWARM, Pilot.FRATERNITY, Pilot.PANDEMIC_HORDE, 99_000_001L, 99_000_002L, 99_000_003L
    };

    private RandomWar() {}

    static List<EnrichedKillmail> of(long seed, int kills, int systems, int hours) {
        Random random = new Random(seed);
        List<EnrichedKillmail> mails = new ArrayList<>();
        for (int id = 1; id <= kills; id++) {
            KillmailBuilder mail = KillmailBuilder.aKillmail(1_000 + id)
                    .in(30_000_100 + random.nextInt(systems))
                    .at(EVENING.plusSeconds(random.nextInt(hours * 3600)))
                    .of(random.nextInt(3) == 0 ? KillmailBuilder.CAPSULE : KillmailBuilder.RIFTER, pilot(random));
            mails.add((random.nextInt(12) == 0 ? mail.byNpcs() : mail.by(pilot(random), pilot(random))).enriched());
        }
        return mails;
    }

    private static Pilot pilot(Random random) {
        return random.nextInt(5) == 0
                ? Pilot.ofNoGroup(random.nextInt(40))
                : Pilot.of(ALLIANCES[random.nextInt(ALLIANCES.length)], random.nextInt(20));
    }
}
