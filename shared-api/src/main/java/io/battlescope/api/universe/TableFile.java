package io.battlescope.api.universe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Reads one shipped table: tab separated lines, gzipped, sorted by id. */
final class TableFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private TableFile() {}

    static <T> List<T> read(String name, Function<TableRow, T> entry) {
        try (InputStream file = TableFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The build lacks " + name + "; infra/universe/build.sh makes it.");
            }
            byte[] bytes = new GZIPInputStream(file, BUFFER_BYTES).readAllBytes();
            return entries(new String(bytes, StandardCharsets.UTF_8), entry);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shipped table " + name, e);
        }
    }

    private static <T> List<T> entries(String table, Function<TableRow, T> entry) {
        List<T> entries = new ArrayList<>();
        TableRow row = new TableRow(table);
        while (row.next()) {
            entries.add(entry.apply(row));
        }
        return entries;
    }
}
