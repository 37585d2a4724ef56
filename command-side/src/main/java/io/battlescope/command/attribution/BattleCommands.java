package io.battlescope.command.attribution;

import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.OverlayEntry;
import java.util.List;

/** The way to the battles. */
public interface BattleCommands {

    /** Has all commands obeyed in one transaction, in their order; none is when one fails. */
    void obeyTogether(List<BattleCommand> commands);

    /**
     * Has a correction decided and recorded by its battle.
     *
     * @return the act as the battle recorded it; {@code null} when it took another act back
     */
    OverlayEntry change(ChangeOverlay command);

    /** Forgets what is remembered of battles, because another instance may have changed them. */
    void forget();
}
