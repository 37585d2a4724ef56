package io.battlescope.command.attribution;

import java.util.List;

/** Commands of one partition that were decided together, in their order. */
public record OutboxRow(long id, int partition, List<PlannedCommand> commands) {

    public OutboxRow {
        commands = List.copyOf(commands);
    }
}
