package io.battlescope.ingestion.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.validation.KillmailValidator;
import io.battlescope.ingestion.validation.Validation.Accepted;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int M2_XFE = 30004773;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final KillmailValidator validator = new KillmailValidator(clock);
    private List<Bookmark> bookmarks = List.of();

    @Test
    void theOpeningComesAtOnceWithAFleetBattleAndMore() throws Exception {
        List<Accepted> opening = accepted(source(0.001).next(500));

        List<Accepted> battle =
                opening.stream().filter(kill -> kill.systemId() == M2_XFE).toList();
        assertThat(battle).hasSizeGreaterThan(36);
        assertThat(opening).hasSizeGreaterThan(battle.size() + 5);
        assertThat(opening)
                .allSatisfy(kill -> assertThat(kill.occurredAt()).isBetween(NOW.minus(Duration.ofMinutes(14)), NOW));
        assertThat(opening).extracting(Accepted::killmailId).doesNotHaveDuplicates();
        assertThat(battle).anySatisfy(kill -> assertThat(hull(kill)).isEqualTo(670));
        assertThat(battle)
                .anySatisfy(kill -> assertThat(alliancesOf(kill))
                        .contains(json(kill).at("/victim/alliance_id").asLong()));
        assertThat(battle.stream().flatMap(kill -> alliancesOf(kill).stream()).distinct())
                .hasSize(4);
        assertThat(opening).allSatisfy(kill -> assertThat(kill.zkb()).contains("totalValue"));
        assertThat(opening).allSatisfy(kill -> assertThat(kill.hash()).hasSize(40));
    }

    @Test
    void aRestartRepeatsNoKillAndContinuesTheSameWar() throws Exception {
        List<Accepted> inOneGo = new ArrayList<>(accepted(source(1000).next(500)));
        DemoSource second = source(1000);
        List<Accepted> withRestart = new ArrayList<>();
        while (withRestart.size() < inOneGo.size()) {
            Batch batch = second.next(7);
            withRestart.addAll(accepted(batch));
            bookmarks = List.of(new Bookmark(batch.feed(), batch.after(), ""));
            second = source(1000);
        }

        assertThat(withRestart).extracting(Accepted::killmailId).doesNotHaveDuplicates();
        for (int i = 0; i < inOneGo.size(); i++) {
            assertThat(withRestart.get(i).killmailId()).isEqualTo(inOneGo.get(i).killmailId());
            assertThat(json(withRestart.get(i)).get("victim"))
                    .isEqualTo(json(inOneGo.get(i)).get("victim"));
        }
    }

    @Test
    void afterTheOpeningKillsComeEvenlyAndFitForEver() throws Exception {
        DemoSource source = source(2000);
        List<Accepted> kills = new ArrayList<>();
        long from = System.nanoTime();
        while (kills.size() < 3000) {
            kills.addAll(accepted(source.next(500)));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(kills).extracting(Accepted::killmailId).doesNotHaveDuplicates();
        assertThat(kills.stream().map(Accepted::systemId).distinct().count()).isGreaterThan(5);
    }

    private DemoSource source(double rate) {
        return new DemoSource(_ -> bookmarks, clock, rate);
    }

    private List<Accepted> accepted(Batch batch) {
        return batch.payloads().stream().map(this::accepted).toList();
    }

    private Accepted accepted(RawKillmail raw) {
        return (Accepted) validator.validate(raw.payload());
    }

    private static JsonNode json(Accepted kill) {
        try {
            return MessageJson.mapper().readTree(kill.killmail());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int hull(Accepted kill) {
        return json(kill).at("/victim/ship_type_id").asInt();
    }

    private static List<Long> alliancesOf(Accepted kill) {
        List<Long> alliances = new ArrayList<>();
        json(kill)
                .get("attackers")
                .forEach(attacker -> alliances.add(attacker.path("alliance_id").asLong()));
        return alliances;
    }
}
