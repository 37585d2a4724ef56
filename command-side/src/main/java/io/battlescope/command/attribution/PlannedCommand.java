package io.battlescope.command.attribution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
    @JsonSubTypes.Type(value = PlannedCommand.Merge.class, name = "merge")
})
public sealed interface PlannedCommand {

    String battleId();

    /** Killmails that the command hands over. */
    List<Long> killmailIds();

    record Open(String battleId, long openedBy, List<Long> killmailIds) implements PlannedCommand {}

    record Attribute(String battleId, List<Long> killmailIds) implements PlannedCommand {}

    record Absorb(String battleId, String absorbedBattleId, long becauseOf, int killCount, List<Long> killmailIds)
            implements PlannedCommand {}

    record Merge(String battleId, String intoBattleId, long becauseOf) implements PlannedCommand {
        @Override
        @com.fasterxml.jackson.annotation.JsonIgnore
        public List<Long> killmailIds() {
            return List.of();
        }
    }
}
