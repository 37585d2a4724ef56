package io.battlescope.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.killmail.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What changed about a battle, and why. The names are public; do not change them, add new ones. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Opening.class, name = "opening"),
    @JsonSubTypes.Type(value = Change.Growth.class, name = "growth"),
    @JsonSubTypes.Type(value = Change.LateArrival.class, name = "lateArrival"),
    @JsonSubTypes.Type(value = Change.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Change.Sides.class, name = "sides"),
    @JsonSubTypes.Type(value = Change.Correction.class, name = "correction"),
    @JsonSubTypes.Type(value = Change.Exclusion.class, name = "exclusion"),
    @JsonSubTypes.Type(value = Change.Reclustering.class, name = "reclustering"),
    @JsonSubTypes.Type(value = Change.Revaluation.class, name = "revaluation"),
    @JsonSubTypes.Type(value = Change.Rule.class, name = "rule"),
    @JsonSubTypes.Type(value = Change.Reopened.class, name = "reopened"),
    @JsonSubTypes.Type(value = Change.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = Change.Quiet.class, name = "quiet")
})
public sealed interface Change {

    /** The battle was found. Its killmails follow as {@link Growth}. */
    record Opening(Place place, LinkageRule rule, long openedByKillmailId) implements Change {}

    /** Killmails joined the battle. */
    record Growth(List<Long> killmailIds) implements Change {
        public Growth {
            killmailIds = List.copyOf(killmailIds);
        }
    }

    /**
     * Killmails joined the battle that are more than 15 minutes older than its latest kill.
     *
     * @param lateSeconds seconds between the oldest of them and the battle's latest kill
     */
    record LateArrival(List<Long> killmailIds, long lateSeconds) implements Change {
        public LateArrival {
            killmailIds = List.copyOf(killmailIds);
        }
    }

    /**
     * Two battles became one.
     *
     * @param becauseOfKillmailId the killmail that linked them
     * @param absorbedBattleId the battle that was taken in; {@code null} when told by the battle that went
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Merge(long becauseOfKillmailId, String absorbedBattleId) implements Change {}

    /**
     * Parties stand on other sides than before; those not named stayed where they were.
     *
     * @param sideCount how many sides there are now
     */
    record Sides(int sideCount, List<PartySide> parties) implements Change {
        public Sides {
            parties = List.copyOf(parties);
        }
    }

    /**
     * An admin corrected the battle. What follows from it is told by messages of its own.
     *
     * @param act what was done; {@code undo} names the act that was taken back
     * @param adoptedFromBattleId the battle that the act was done on, when it came with that one's killmails; else {@code null}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correction(String actId, String actor, String reason, OverlayAct act, String adoptedFromBattleId)
            implements Change {}

    /** An admin's act took killmails out of the battle's figures. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Exclusion(String actId, List<Long> killmailIds) implements Change {
        public Exclusion {
            killmailIds = List.copyOf(killmailIds);
        }
    }

    /** Killmails left the battle, because killmails were clustered anew: they are in another battle now, or in none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reclustering(String actId, List<Long> killmailIds) implements Change {
        public Reclustering {
            killmailIds = List.copyOf(killmailIds);
        }
    }

    /** Killmails are worth something else than was known before. */
    record Revaluation(List<NewValue> killmails) implements Change {
        public Revaluation {
            killmails = List.copyOf(killmails);
        }
    }

    /** The rule of linkage that the battle was clustered by is another one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(String actId, LinkageRule rule) implements Change {}

    /** A battle that had gone into another one stands on its own again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reopened(String actId) implements Change {}

    /** A battle that had ended is ongoing again. */
    record Resumed(Instant feedTime) implements Change {}

    /** No kill for {@code quietSeconds} of the feed's time. */
    record Quiet(Instant feedTime, int quietSeconds) implements Change {}

    /**
     * What a killmail is worth, in ISK.
     *
     * @param iskBefore {@code null} when nobody knew
     * @param isk {@code null} when nobody knows any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewValue(long killmailId, BigDecimal iskBefore, BigDecimal isk) {}
}
