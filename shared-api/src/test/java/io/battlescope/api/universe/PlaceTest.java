package io.battlescope.api.universe;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.killmail.Place;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    private static final Universe UNIVERSE = Universe.load();
    private static final Instant TODAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final int NIARJA = 30003504;

    @ParameterizedTest
    @CsvSource({
        "30000142, HIGHSEC, Jita",
        "30002537, LOWSEC, Amamake: 0.4388 shows as 0.4",
        "30002086, LOWSEC, Turnur",
        "30045332, LOWSEC, Asakai",
        "30002157, NULLSEC, B-R5RB",
        "30004773, NULLSEC, M2-XFE",
        "30100032, HIGHSEC, Manifest in Exordium",
    })
    void a_system_of_known_space_has_its_band(int systemId, SecurityBand band, String name) {
        Place place = UNIVERSE.place(systemId, TODAY);

        assertThat(place.spaceType()).as(name).isEqualTo(SpaceType.KSPACE);
        assertThat(place.securityBand()).as(name).isEqualTo(band);
    }

    /** Their security lies between 0 and 0.05: rounded first, they would be null-sec. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Egbinger",
                "Vestouve",
                "Espigoure",
                "Yiratal",
                "Balas",
                "Pemsah",
                "Feshur",
                "Yekh",
                "Sakht",
                "Naga",
                "Anath",
                "Karan",
                "Hophib"
            })
    void a_system_barely_above_zero_is_lowsec(String name) {
        SolarSystem system = named(name);

        assertThat(system.security()).isBetween(0.0, 0.05);
        assertThat(UNIVERSE.place(system.id(), TODAY).securityBand()).isEqualTo(SecurityBand.LOWSEC);
    }

    @Test
    void systems_from_0_45_are_highsec_though_below_0_5() {
        assertThat(UNIVERSE.systems()
                        .filter(system -> SpaceRules.spaceOf(system.id()) == SpaceType.KSPACE)
                        .filter(system -> system.security() >= 0.45 && system.security() < 0.5))
                .hasSize(119)
                .allMatch(system -> UNIVERSE.place(system.id(), TODAY).securityBand() == SecurityBand.HIGHSEC);
    }

    @ParameterizedTest
    @CsvSource({
        "0.45, HIGHSEC",
        "0.449999, LOWSEC",
        "0.000001, LOWSEC",
        "0.0, NULLSEC",
        "-0.0, NULLSEC",
        "-1.0, NULLSEC",
    })
    void bands_meet_at_0_45_and_at_0(double security, SecurityBand band) {
        assertThat(SpaceRules.bandOf(security)).isEqualTo(band);
    }

    @Test
    void niarja_is_pochven_since_the_triglavians_took_it() {
        assertThat(UNIVERSE.place(NIARJA, Instant.parse("2020-10-13T11:00:00Z")).spaceType())
                .isEqualTo(SpaceType.POCHVEN);
        assertThat(UNIVERSE.place(NIARJA, TODAY))
                .isEqualTo(new Place(NIARJA, 20000788, 10000070, SpaceType.POCHVEN, null));
    }

    @Test
    void niarja_before_pochven_is_known_space_of_unknown_band() {
        Place before = UNIVERSE.place(NIARJA, Instant.parse("2020-10-13T10:59:59Z"));

        assertThat(before.spaceType()).isEqualTo(SpaceType.KSPACE);
        assertThat(before.securityBand())
                .as("today's -1.0 is not the security of then")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "31000005, THERA",
        "30100000, ZARZAKH",
        "31000007, WORMHOLE",
        "31000001, WORMHOLE",
        "32000001, ABYSSAL",
        "34000001, VOID",
        "36000001, HIDDEN",
    })
    void special_space_is_told_by_id_and_has_no_band(int systemId, SpaceType space) {
        Place place = UNIVERSE.place(systemId, TODAY);

        assertThat(place.spaceType()).isEqualTo(space);
        assertThat(place.securityBand()).isNull();
        assertThat(place.constellationId()).isNotNull();
        assertThat(place.regionId()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "30999999, KSPACE",
        "31999999, WORMHOLE",
        "32999999, ABYSSAL",
        "33000001, VOID",
        "35999999, VOID",
        "36999999, HIDDEN",
        "37000000, UNKNOWN",
        "29999999, UNKNOWN",
        "0, UNKNOWN",
        "-1, UNKNOWN",
    })
    void an_unknown_system_is_placed_by_its_id(int systemId, SpaceType space) {
        assertThat(UNIVERSE.place(systemId, TODAY)).isEqualTo(new Place(systemId, null, null, space, null));
    }

    private static SolarSystem named(String name) {
        return UNIVERSE.systems()
                .filter(system -> system.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
