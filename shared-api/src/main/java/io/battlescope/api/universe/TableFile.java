package io.battlescope.api.universe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Reads one shipped table: tab separated lines, gzipped, sorted by id. */
final class TableFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private TableFile() {}

    static <T> List<T> read(String name, Function<String[], T> row) {
        try (InputStream file = TableFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The build lacks " + name + "; infra/universe/build.sh makes it.");
            }
            return read(file, row);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shipped table " + name, e);
        }
    }

    private static <T> List<T> read(InputStream file, Function<String[], T> row) throws IOException {
        var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file, BUFFER_BYTES), StandardCharsets.UTF_8), BUFFER_BYTES);
        // names of groups, constellations and regions repeat from line to line: one object each
        Map<String, String> seen = new HashMap<>();
        List<T> rows = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split("\t", -1);
            for (int i = 2; i < cells.length; i++) {
                String first = seen.putIfAbsent(cells[i], cells[i]);
                cells[i] = first == null ? cells[i] : first;
            }
            rows.add(row.apply(cells));
        }
        return rows;
    }
}
