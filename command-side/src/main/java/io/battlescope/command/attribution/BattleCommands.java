package io.battlescope.command.attribution;

import io.battlescope.api.battle.BattleCommand;
import java.util.List;

/** The way to the battles. */
public interface BattleCommands {

    /** Has all commands obeyed in one transaction, in their order; none is when one fails. */
    void obeyTogether(List<BattleCommand> commands);

    /** Forgets what is remembered of battles, because another instance may have changed them. */
    void forget();
}
