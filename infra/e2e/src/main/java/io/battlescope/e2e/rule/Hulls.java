package io.battlescope.e2e.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Which types are ships, from CCP's static data as the build ships them. A type that is not listed is taken for a new ship. */
public final class Hulls {

    private static final String TYPES = "shared-api/src/main/resources/io/battlescope/api/universe/types.tsv.gz";
    private static final Set<Integer> CAPSULES = Set.of(670, 33328);
    private static final int SHIPS = 6;
    private static final int ID_COLUMN = 0;
    private static final int CATEGORY_COLUMN = 4;

    private final Map<Integer, Integer> categories;

    private Hulls(Map<Integer, Integer> categories) {
        this.categories = categories;
    }

    /** @param root the project's directory */
    public static Hulls load(Path root) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(root.resolve(TYPES))), StandardCharsets.UTF_8))) {
            return new Hulls(in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(
                            row -> Integer.valueOf(row[ID_COLUMN]), row -> Integer.valueOf(row[CATEGORY_COLUMN]))));
        }
    }

    boolean isCapsule(int type) {
        return CAPSULES.contains(type);
    }

    boolean isShip(int type) {
        return !isCapsule(type) && categories.getOrDefault(type, SHIPS) == SHIPS;
    }
}
