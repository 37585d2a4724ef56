package io.battlescope.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.battlescope.api.universe.Universe;
import io.battlescope.simulator.war.Kind;
import io.battlescope.simulator.war.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

    private static final Universe UNIVERSE = Universe.load();
    private static final World WORLD = new World(3, UNIVERSE);
    private static final Mails MAILS = new Mails(WORLD);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long START = 1_767_268_800;
    private static final long HOUR = 3_600;

    @TempDir
    private Path directory;

    @Test
    void theSameWorldIsPublishedByteForByteTheSameHoweverTimePasses() {
        Timeline atOnce = begin(Journal.none());
        atOnce.advance(START + HOUR);
        Timeline slowly = begin(Journal.none());
        for (long second = START; second <= START + HOUR; second += 7) {
            slowly.advance(second);
        }
        slowly.advance(START + HOUR);

        assertThat(texts(slowly)).isEqualTo(texts(atOnce)).hasSizeGreaterThan(500);
    }

    @Test
    void aRestartGoesOnWithTheSameNumbersAfterBattlesBrokenMailsAndOtherRates() {
        Timeline first = begin(Journal.in(directory));
        first.advance(START + 600);
        first.order(0, Kind.FLEET_BATTLE, 30_002_157, 20);
        first.spoiling(() -> 0.1);
        first.advance(START + 1_200);
        first.rate(0, 2);
        first.advance(START + HOUR);

        Timeline second = Timeline.resume(new World(3, UNIVERSE), Journal.in(directory));
        second.advance(START + HOUR);

        assertThat(texts(second)).isEqualTo(texts(first));
        assertThat(second.rate()).isEqualTo(2);
        second.advance(START + HOUR + 600);
        assertThat(second.head()).isGreaterThan(first.head());
        assertThat(texts(second)).startsWith(texts(first).toArray(String[]::new));
    }

    @Test
    void aKillmailKeepsItsIdWhenItComesAgain() throws IOException {
        Timeline timeline = begin(Journal.none());
        timeline.advance(START + 6 * HOUR);
        Set<Long> first = new HashSet<>();
        int again = 0;
        int late = 0;
        int revalued = 0;
        for (Publication publication : publications(timeline)) {
            JsonNode file = JSON.readTree(MAILS.envelope(publication));
            if (publication.edition() == Edition.FIRST) {
                assertThat(first.add(publication.killmailId())).isTrue();
            } else {
                again++;
                assertThat(first).contains(publication.killmailId());
            }
            revalued += publication.edition() == Edition.REVALUED ? 1 : 0;
            late += publication.uploadedAt() - publication.kill().time() >= HOUR ? 1 : 0;
            assertThat(file.path("sequence_id").asLong()).isEqualTo(publication.sequence());
        }
        assertThat(again).isPositive();
        assertThat(revalued).isPositive();
        assertThat(late).isPositive();
    }

    @Test
    void aNumberThatIsWrittenAgainIsAnnouncedByALaterFile() throws IOException {
        Timeline timeline = begin(Journal.none());
        timeline.advance(START + 4 * HOUR);
        List<Publication> announcing = publications(timeline).stream()
                .filter(publication -> publication.updates() != 0)
                .toList();

        assertThat(announcing).isNotEmpty();
        for (Publication publication : announcing) {
            Publication old = timeline.publication(publication.updates()).orElseThrow();
            assertThat(old.sequence()).isLessThan(publication.sequence());
            assertThat(MAILS.envelope(old)).isNotEqualTo(MAILS.envelope(old.previous()));
        }
        assertThat(announcing.stream()
                        .map(publication ->
                                timeline.publication(publication.updates()).orElseThrow())
                        .filter(old -> old.rewritten() == Edition.GANKED)
                        .map(old -> new String(MAILS.envelope(old), StandardCharsets.UTF_8)))
                .isNotEmpty()
                .allMatch(text -> text.contains("\"ganked\""));
    }

    @Test
    void nothingIsPublishedBeforeItHappenedAndIdsRiseWithTime() {
        Timeline timeline = begin(Journal.none());
        timeline.advance(START + HOUR);
        long before = 0;
        for (int place = 0; place < timeline.kills(); place++) {
            Posted posted = timeline.posted(place);
            assertThat(posted.kill().time()).isGreaterThanOrEqualTo(before);
            assertThat(posted.postedAt() == 0
                            || posted.postedAt() >= posted.kill().time())
                    .isTrue();
            before = posted.kill().time();
        }
    }

    @Test
    void theTruthNamesEveryPartyOfAMail() {
        Timeline timeline = begin(Journal.none());
        timeline.order(START + 60, Kind.THIRD_PARTY, 0, 80);
        timeline.advance(START + HOUR);
        Set<String> sides = new HashSet<>();
        for (int place = 0; place < timeline.kills(); place++) {
            Truth truth = Truth.of(timeline.posted(place));
            if (truth.operation().equals("o0")) {
                assertThat(truth.kind()).isEqualTo("third_party");
                sides.addAll(truth.sides().values());
            }
        }
        assertThat(sides).contains("a", "b", "third");
    }

    private static Timeline begin(Journal journal) {
        Timeline timeline = Timeline.begin(WORLD, journal, new Journal.Entry.Begun(3, START, START, 3));
        timeline.rate(START, 0.5);
        return timeline;
    }

    private static List<Publication> publications(Timeline timeline) {
        List<Publication> all = new ArrayList<>();
        for (long sequence = Timeline.FIRST_SEQUENCE; sequence <= timeline.head(); sequence++) {
            all.add(timeline.publication(sequence).orElseThrow());
        }
        return all;
    }

    private static List<String> texts(Timeline timeline) {
        return publications(timeline).stream()
                .map(publication -> publication.flaw() + " "
                        + new String(MAILS.envelope(publication.previous()), StandardCharsets.UTF_8))
                .toList();
    }
}
