package io.battlescope.command.attribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayEntry;
import java.util.List;

/**
 * A command as it is written down before battles are told: killmails by id only, since the Battles DB holds them. Names are
 * stored; do not change them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlannedCommand.Open.class, name = "open"),
    @JsonSubTypes.Type(value = PlannedCommand.Attribute.class, name = "attribute"),
    @JsonSubTypes.Type(value = PlannedCommand.Absorb.class, name = "absorb"),
    @JsonSubTypes.Type(value = PlannedCommand.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = PlannedCommand.Adopt.class, name = "adopt"),
    @JsonSubTypes.Type(value = PlannedCommand.Rule.class, name = "rule"),
    @JsonSubTypes.Type(value = PlannedCommand.Release.class, name = "release"),
    @JsonSubTypes.Type(value = PlannedCommand.Reopen.class, name = "reopen"),
    @JsonSubTypes.Type(value = PlannedCommand.Revalue.class, name = "revalue"),
    @JsonSubTypes.Type(value = PlannedCommand.Review.class, name = "review")
})
public sealed interface PlannedCommand {

    String battleId();

    /** Killmails that the command hands over. */
    List<Long> killmailIds();

    record Open(String battleId, long openedBy, List<Long> killmailIds) implements PlannedCommand {}

    record Attribute(String battleId, List<Long> killmailIds) implements PlannedCommand {}

    record Absorb(String battleId, String absorbedBattleId, long becauseOf, int killCount, List<Long> killmailIds)
            implements PlannedCommand {}

    record Merge(String battleId, String intoBattleId, long becauseOf) implements WithoutKillmails {}

    record Adopt(String battleId, String fromBattleId, List<OverlayEntry> entries) implements WithoutKillmails {}

    record Rule(String battleId, LinkageRule rule, String actId) implements WithoutKillmails {}

    record Release(String battleId, String actId, List<Long> killmailIds) implements PlannedCommand {}

    record Reopen(String battleId, String actId, List<Long> killmailIds) implements PlannedCommand {}

    record Revalue(String battleId, List<Long> killmailIds) implements PlannedCommand {}

    /** The feed's time in seconds since 1970, UTC. */
    record Review(String battleId, int systemId, long feedTime, int quietSeconds) implements WithoutKillmails {}

    /** A command that hands over nothing. */
    sealed interface WithoutKillmails extends PlannedCommand {
        @Override
        @JsonIgnore
        default List<Long> killmailIds() {
            return List.of();
        }
    }
}
