package io.battlescope.api.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Compares the shipped tables with conversions that other people made of newer exports, where those lie beside the project. */
class UniverseAgainstOtherSourcesTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");
    private static final Universe UNIVERSE = Universe.load();

    @Test
    void every_system_agrees() throws IOException {
        for (List<String> row : rows("systems.csv.gz")) {
            SolarSystem system = UNIVERSE.system(Integer.parseInt(row.get(0))).orElseThrow();

            assertThat(system.name()).isEqualTo(row.get(1));
            assertThat(system.security()).as(system.name()).isCloseTo(Double.parseDouble(row.get(2)), within(1e-6));
            assertThat(system.constellationId()).isEqualTo(Integer.parseInt(row.get(3)));
            assertThat(system.constellationName()).isEqualTo(row.get(4));
            assertThat(system.regionId()).isEqualTo(Integer.parseInt(row.get(5)));
            assertThat(system.regionName()).isEqualTo(row.get(6));
            if (SpaceRules.spaceOf(system.id()) == SpaceType.WORMHOLE) {
                assertThat(system.wormholeClass()).isEqualTo(Integer.valueOf(row.get(7)));
            }
        }
    }

    /** Groups and names change now and then; a category is for life. */
    @Test
    void every_shipped_type_has_the_same_category_in_a_newer_export() throws IOException {
        int compared = 0;
        for (List<String> row : rows("types.csv.gz")) {
            var type = UNIVERSE.type(Integer.parseInt(row.get(0)));
            if (type.isPresent()) {
                assertThat(type.get().categoryId()).as(row.get(1)).isEqualTo(Integer.parseInt(row.get(4)));
                compared++;
            }
        }
        assertThat((long) compared).isEqualTo(UNIVERSE.types().count());
    }

    private static List<List<String>> rows(String name) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: no " + file + " to compare with");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(UniverseAgainstOtherSourcesTest::cells)
                    .toList();
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            cells.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
        }
        return cells;
    }
}
