package io.battlescope.command.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.battlescope.api.battle.AbsorbBattle;
import io.battlescope.api.battle.AdoptOverlay;
import io.battlescope.api.battle.AdoptRule;
import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.MergeBattle;
import io.battlescope.api.battle.OpenBattle;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.ReleaseKillmails;
import io.battlescope.api.battle.ReopenBattle;
import io.battlescope.api.battle.RevalueKillmails;
import io.battlescope.api.battle.ReviewActivity;
import io.battlescope.command.battle.Battle;
import io.battlescope.command.battle.BattleDecider;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;

/**
 * What Axon sees of a battle. Every handler creates a missing one, so that the decider, not the framework, says what an unknown
 * battle means. The revision is that of snapshots: raise it when {@link Battle} changes its shape, and old ones are ignored.
 */
@Revision("2")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class BattleAggregate {

    /** Carried as metadata, so that the publisher finds the topic's key without reading the payload. */
    static final String SYSTEM_ID = "systemId";

    @AggregateIdentifier
    private String battleId;

    private Battle battle = Battle.NONE;

    BattleAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenBattle command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AttributeKillmails command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AbsorbBattle command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MergeBattle command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseKillmails command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RevalueKillmails command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReopenBattle command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdoptRule command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdoptOverlay command) {
        obey(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviewActivity command) {
        obey(command);
    }

    /** Answers with the act as it is recorded; {@code null} when it took another one back. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    OverlayEntry handle(ChangeOverlay command) {
        obey(command);
        return battle.overlay().inForce().get(command.entry().actId());
    }

    private void obey(BattleCommand command) {
        for (BattleEvent event : BattleDecider.decide(battle, command)) {
            apply(event, MetaData.with(SYSTEM_ID, Integer.toString(event.systemId())));
        }
    }

    @EventSourcingHandler
    void on(BattleEvent event) {
        battle = battle.evolve(event);
        battleId = event.battleId();
    }
}
