package io.battlescope.api.contract;

import static io.battlescope.api.contract.Samples.ACT;
import static io.battlescope.api.contract.Samples.ASKED;
import static io.battlescope.api.contract.Samples.AT;
import static io.battlescope.api.contract.Samples.OTHER_ACT;

import io.battlescope.api.feed.AdoptRuleset;
import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillStep;
import io.battlescope.api.feed.ChangeBackfill;
import io.battlescope.api.feed.CompareDays;
import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.feed.PreviewRuleset;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.Ruleset.Choice;
import io.battlescope.api.feed.RulesetVersion;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What admins can ask of ingestion, and what ingestion tells of itself, by the name of the golden file. */
final class FeedSamples {

    private static final LocalDate FIRST = LocalDate.parse("2021-11-27");
    private static final LocalDate LAST = LocalDate.parse("2021-11-28");
    private static final String WHY = "The broker was down";

    /** Something in each of its lists. */
    private static final Ruleset RULES = new Ruleset(
            2,
            new BigDecimal("10000000.50"),
            new Choice<>(Set.of(1354830081L, 99003581L), Set.of(99010079L)),
            new Choice<>(Set.of(98370861L), null),
            new Choice<>(null, Set.of(2116077075L)),
            new Choice<>(Set.of(30001155), Set.of(30000142)),
            new Choice<>(Set.of(10000012), null),
            new Choice<>(Set.of(SpaceType.KSPACE, SpaceType.WORMHOLE), Set.of(SpaceType.ABYSSAL, SpaceType.VOID)),
            new Choice<>(null, Set.of(SecurityBand.HIGHSEC)));

    static final Map<String, FeedOrder> ORDERS = Map.of(
            "startBackfill", new StartBackfill(ACT, "alice", WHY, ASKED, FIRST, LAST),
            "changeBackfill.pause", change(BackfillStep.PAUSE),
            "changeBackfill.resume", change(BackfillStep.RESUME),
            "changeBackfill.cancel", change(BackfillStep.CANCEL),
            "compareDays", new CompareDays(ACT, "alice", WHY, ASKED, FIRST, LAST),
            "adoptRuleset", new AdoptRuleset(ACT, "alice", "Null-sec only", ASKED, RULES, 1),
            "previewRuleset", new PreviewRuleset(ACT, "alice", "How much would it be?", ASKED, Ruleset.DEFAULT),
            "releaseQuarantine.one",
                    new ReleaseQuarantine(ACT, "alice", "Mended", ASKED, "r2z2", 97110001L, "SYSTEM_UNKNOWN"),
            "releaseQuarantine.everything", new ReleaseQuarantine(ACT, "alice", "Mended", ASKED, null, null, null));

    static final Map<String, FeedFact> FACTS = Map.of(
            "backfill.running",
            new BackfillJob(
                    ACT,
                    7,
                    "alice",
                    WHY,
                    BackfillJob.Cause.ADMIN,
                    FIRST,
                    LAST,
                    BackfillJob.Status.RUNNING,
                    1,
                    2,
                    FIRST,
                    16_213,
                    41,
                    12,
                    4.5,
                    "ESI is in its downtime",
                    ASKED,
                    ASKED.plusSeconds(60),
                    ASKED.plusSeconds(120)),
            "backfill.waiting",
            new BackfillJob(
                    OTHER_ACT,
                    1,
                    "battlescope",
                    "A gap in r2z2",
                    BackfillJob.Cause.GAP,
                    LAST,
                    LAST,
                    BackfillJob.Status.WAITING,
                    0,
                    1,
                    null,
                    0,
                    0,
                    0,
                    0,
                    null,
                    ASKED,
                    ASKED,
                    null),
            "day",
            new CompletenessDay(LAST, 14, 16_213, 16_160, 40, 2, 11, 3, "zkillboard-history", ASKED),
            "gap.open",
            new FeedGap("r2z2", 97_110_001, 97_110_040, 1, FeedGap.Status.OPEN, AT, null, ASKED, null, null),
            "gap.filled",
            new FeedGap(
                    "r2z2",
                    97_110_001,
                    97_110_040,
                    3,
                    FeedGap.Status.FILLED,
                    AT,
                    AT.plusSeconds(240),
                    ASKED,
                    OTHER_ACT,
                    ASKED.plusSeconds(600)),
            "ruleset.default",
            new RulesetVersion(1, Ruleset.DEFAULT, "battlescope", "The default", null, ASKED),
            "ruleset.adopted",
            new RulesetVersion(2, RULES, "alice", "Null-sec only", ACT, ASKED));

    private FeedSamples() {}

    private static ChangeBackfill change(BackfillStep step) {
        return new ChangeBackfill(ACT, "alice", WHY, ASKED, OTHER_ACT, step);
    }
}
