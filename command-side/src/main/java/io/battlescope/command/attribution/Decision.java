package io.battlescope.command.attribution;

import java.util.List;
import java.util.Map;

/**
 * What was decided for a poll and is safely written down.
 *
 * @param rows what battles have to be told
 * @param atHand killmails that need not be fetched from the archive again
 */
public record Decision(List<OutboxRow> rows, Map<Long, ArchivedKillmail> atHand) {

    static final Decision NONE = new Decision(List.of(), Map.of());
}
