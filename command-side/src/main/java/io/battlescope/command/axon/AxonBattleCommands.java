package io.battlescope.command.axon;

import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.command.attribution.BattleCommands;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Commands over Axon's gateway. Those of one call share a unit of work and so one commit of the event store: a commit for each
 * command would cost several times as much.
 */
class AxonBattleCommands implements BattleCommands {

    private final CommandGateway gateway;
    private final TransactionManager transactions;
    private final BattleCache cache;

    AxonBattleCommands(CommandGateway gateway, TransactionManager transactions, BattleCache cache) {
        this.gateway = gateway;
        this.transactions = transactions;
        this.cache = cache;
    }

    @Override
    public void obeyTogether(List<BattleCommand> commands) {
        UnitOfWork<?> together = DefaultUnitOfWork.startAndGet(null);
        together.attachTransaction(transactions);
        together.execute(() -> commands.forEach(gateway::sendAndWait));
    }

    @Override
    public OverlayEntry change(ChangeOverlay command) {
        return gateway.sendAndWait(command);
    }

    @Override
    public void forget() {
        cache.removeAll();
    }
}
