package io.battlescope.api.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UniverseTest {

    private static final Universe UNIVERSE = Universe.load();
    private static final Instant TODAY = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void holds_every_system_of_new_eden() {
        Map<SpaceType, Long> bySpace = UNIVERSE.systems()
                .collect(Collectors.groupingBy(
                        system -> UNIVERSE.place(system.id(), TODAY).spaceType(), Collectors.counting()));

        assertThat(bySpace)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SpaceType.KSPACE, 5_485L - 27 - 1,
                        SpaceType.POCHVEN, 27L,
                        SpaceType.ZARZAKH, 1L,
                        SpaceType.WORMHOLE, 2_603L,
                        SpaceType.THERA, 1L,
                        SpaceType.ABYSSAL, 200L,
                        SpaceType.VOID, 200L,
                        SpaceType.HIDDEN, 1L));
    }

    @Test
    void known_space_falls_into_its_bands() {
        Map<SecurityBand, Long> byBand = UNIVERSE.systems()
                .map(system -> UNIVERSE.place(system.id(), TODAY))
                .filter(place -> place.securityBand() != null)
                .collect(Collectors.groupingBy(place -> place.securityBand(), Collectors.counting()));

        assertThat(byBand)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SecurityBand.HIGHSEC, 1_246L,
                        SecurityBand.LOWSEC, 687L,
                        SecurityBand.NULLSEC, 3_552L - 27 - 1));
    }

    @Test
    void jita_is_known_with_its_true_security() {
        assertThat(UNIVERSE.system(30000142))
                .contains(new SolarSystem(
                        30000142, "Jita", 0.945913116665, 20000020, "Kimotoro", 10000002, "The Forge", 7));
    }

    @Test
    void wormholes_know_their_class() {
        assertThat(UNIVERSE.system(31000005).orElseThrow().wormholeClass()).isEqualTo(12);
        assertThat(UNIVERSE.system(31000001).orElseThrow())
                .returns("Sentinel MZ", SolarSystem::name)
                .returns(14, SolarSystem::wormholeClass);
        assertThat(UNIVERSE.system(30100000).orElseThrow().wormholeClass()).isNull();
    }

    @Test
    void types_know_group_and_category() {
        assertThat(UNIVERSE.type(587)).contains(new ItemType(587, "Rifter", 25, "Frigate", 6));
        assertThat(UNIVERSE.type(670).orElseThrow().groupId()).isEqualTo(29);
        assertThat(UNIVERSE.type(33328).orElseThrow().groupId()).isEqualTo(29);
        assertThat(UNIVERSE.type(35832)).contains(new ItemType(35832, "Astrahus", 1657, "Citadel", 65));
    }

    @Test
    void capsules_are_two_types() {
        assertThat(UNIVERSE.types().filter(type -> type.groupId() == 29).map(ItemType::id))
                .containsExactly(670, 33328);
    }

    @Test
    void an_unknown_id_is_nothing_special() {
        assertThat(UNIVERSE.system(0)).isEmpty();
        assertThat(UNIVERSE.type(-5)).isEmpty();
        assertThat(UNIVERSE.type(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void a_table_out_of_order_is_refused() {
        ItemType rifter = UNIVERSE.type(587).orElseThrow();

        assertThatThrownBy(() -> new ById<>(List.of(rifter, rifter), ItemType::id))
                .hasMessageContaining("not sorted at id 587");
    }

    @Test
    void a_missing_table_is_named() {
        assertThatThrownBy(() -> TableFile.read("absent.tsv.gz", row -> row)).hasMessageContaining("absent.tsv.gz");
    }
}
