package io.battlescope.view.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * One table of both versions, at the same position in the topic.
 *
 * @param equal whether count and checksum are the same
 * @param onlyOld rows that only the old version has, by key
 * @param changed rows that both have and that say something else
 * @param examples a few of the rows that differ
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComparedTable(
        String table,
        long oldRows,
        long newRows,
        boolean equal,
        long onlyOld,
        long onlyNew,
        long changed,
        List<DifferingRow> examples) {

    public ComparedTable {
        examples = examples == null ? List.of() : List.copyOf(examples);
    }
}
