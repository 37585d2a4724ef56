package io.battlescope.view.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.api.json.MessageJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one entry of a battle's history tells. */
public sealed interface Told {

    /** An event that is kept as it was. */
    record Whole(BattleEvent event) implements Told {}

    /** Killmails came. */
    record Added(List<Mail> killmails, BattleTotals totals) implements Told {}

    /** Killmails went. */
    record Removed(List<Mail> killmails, BattleTotals totals, RemovalCause cause, String actId) implements Told {}

    /** Killmails are worth something else. */
    record Revalued(List<Mail> killmails, BattleTotals totals) implements Told {}

    /** An event of a version after this one. */
    record Unknown(String kind) implements Told {}

    /**
     * A killmail as the history keeps it.
     *
     * @param isk its value at the time; {@code null} when unknown
     * @param before what it was worth before a revaluation; {@code null} when unknown, and for everything else
     */
    record Mail(long killmailId, Instant occurredAt, BigDecimal isk, BigDecimal before) {}

    /** Events that are kept as they were, by their kind. */
    Map<String, Class<? extends BattleEvent>> WHOLE = Stream.of(
                    BattleOpened.class,
                    SidesDrawn.class,
                    OverlayChanged.class,
                    OverlayUndone.class,
                    RuleAdopted.class,
                    BattleAbsorbed.class,
                    BattleMerged.class,
                    BattleReopened.class,
                    BattleEnded.class,
                    BattleResumed.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    /** Reads an entry as the Query DB keeps it. */
    static Told read(String kind, String data) {
        return switch (kind) {
            case "KillmailsAttributed" -> read(data, Added.class);
            case "KillmailsRemoved" -> read(data, Removed.class);
            case "KillmailsRevalued" -> read(data, Revalued.class);
            default -> WHOLE.containsKey(kind) ? new Whole(read(data, WHOLE.get(kind))) : new Unknown(kind);
        };
    }

    private static <T> T read(String data, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(data, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds a history that nobody can read", e);
        }
    }
}
