package io.battlescope.command.attribution;

/** Where a killmail or a decision goes that cannot be handled, with the reason. Returns once it is safe there. */
public interface KillmailSetAside {

    void setAside(Delivery delivery, RuntimeException reason);

    void setAside(OutboxRow row, PlannedCommand command, RuntimeException reason);
}
