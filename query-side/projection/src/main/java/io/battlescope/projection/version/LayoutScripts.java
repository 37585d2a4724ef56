package io.battlescope.projection.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Changes of the columns of what a processor keeps: {@code db/layout/<processor>/<layout>__what.sql} makes that layout from the one before
 * it, with unqualified names. They are no migrations, for they are never made to tables that somebody reads.
 */
final class LayoutScripts {

    private static final String SEPARATOR = "__";

    private LayoutScripts() {}

    /** The scripts that make one layout from another, in their order. */
    static List<String> between(String processor, int from, int to) {
        Map<Integer, String> found = find(processor);
        for (int layout = from + 1; layout <= to; layout++) {
            if (!found.containsKey(layout)) {
                throw new IllegalStateException(
                        "There is no script db/layout/" + processor + "/" + layout + "__what.sql");
            }
        }
        return List.copyOf(new TreeMap<>(found).subMap(from, false, to, true).values());
    }

    private static Map<Integer, String> find(String processor) {
        Map<Integer, String> scripts = new TreeMap<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/layout/" + processor + "/*.sql");
            for (Resource file : files) {
                String name = String.valueOf(file.getFilename());
                int layout = Integer.parseInt(name.substring(0, name.indexOf(SEPARATOR)));
                scripts.put(layout, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The scripts of db/layout/" + processor + " cannot be read", e);
        }
        return scripts;
    }
}
