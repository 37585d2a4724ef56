package io.battlescope.ingestion.history;

import static io.battlescope.ingestion.history.LyingHistory.archive;
import static io.battlescope.ingestion.history.LyingHistory.dump;
import static io.battlescope.ingestion.history.LyingHistory.hash;
import static io.battlescope.ingestion.history.LyingHistory.index;
import static io.battlescope.ingestion.history.LyingHistory.mail;
import static io.battlescope.ingestion.history.LyingHistory.ok;
import static io.battlescope.ingestion.history.LyingHistory.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiAnswer;
import io.battlescope.esi.EsiUnavailableException;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final String INDEX = "history/20260801.json";
    private static final String DUMP = "history/raw/20260801.json";
    private static final String ARCHIVE = "killmails/2026/killmails-2026-08-01.tar.bz2";

    /** Answers each question with what it is told to. */
    private final class OneAnswer implements Esi {
        @Override
        public EsiAnswer get(String path, String etag) throws EsiUnavailableException {
            if (answer == null) {
                throw new EsiUnavailableException("downtime", "ESI is down", Duration.ofMinutes(10), null);
            }
            return answer;
        }

        @Override
        public EsiAnswer post(String path, byte[] body) {
            throw new UnsupportedOperationException(path);
        }

        @Override
        public boolean canAfford(String path, int questions) {
            return affordable;
        }
    }

    private final Map<Long, String> mails = new TreeMap<>();
    private final Map<Long, String> refused = new TreeMap<>();
    private final MailSink sink = new MailSink() {
        @Override
        public void mail(long killmailId, byte[] envelope) {
            mails.put(killmailId, new String(envelope, StandardCharsets.UTF_8));
        }

        @Override
        public void refused(long killmailId, String hash, String detail) {
            refused.put(killmailId, detail);
        }
    };
    private EsiAnswer answer;
    private boolean affordable;
    private LyingHistory host;
    private History history;

    @BeforeEach
    void start() throws IOException {
        host = new LyingHistory();
        HttpClient http = HttpClient.newHttpClient();
        HistoryHost plain = path -> {
            try {
                HttpResponse<byte[]> response = http.send(
                        HttpRequest.newBuilder(host.address().resolve("/" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                return response.statusCode() == 200
                        ? Optional.of(new ByteArrayInputStream(response.body()))
                        : Optional.empty();
            } catch (IOException e) {
                throw new FeedException("unreachable", "cannot be reached", e);
            }
        };
        history = History.of(
                plain, new OneAnswer(), host.address(), "BattleScope/test", new KillmailValidator(Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        history.close();
        host.close();
    }

    @Test
    void totalsAreReadWithPlainAndDashedDates() throws Exception {
        host.given("history/totals.json", "{\"20260801\":3,\"2026-08-02\":4,\"newest\":5,\"20260803\":null}");

        assertThat(history.totals()).containsOnly(Map.entry(DAY, 3L), Map.entry(DAY.plusDays(1), 4L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", "{\"1\":", "", "null"})
    void anIndexThatIsNoneIsTroubleAndNoEmptyDay(String body) {
        host.given(INDEX, body);

        assertThatThrownBy(() -> history.list(DAY)).isInstanceOf(FeedException.class);
    }

    @Test
    void anIndexThatCannotBeReadIsReplacedByTheArchivesAndIsTheTroubleWhereThatHelpsNot() throws Exception {
        host.given(INDEX, ok("{\"1\":"));
        host.given(ARCHIVE, archive(Map.of(1, "{\"killmail_id\":1}")), status(404), status(503));

        Listing archived = history.list(DAY).orElseThrow();

        assertThat(archived.source()).isEqualTo(Listing.EVE_REF);
        assertThat(archived.hashes()).containsOnlyKeys(1L);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> history.list(DAY))
                    .isInstanceOf(FeedException.class)
                    .hasMessageContaining(INDEX);
        }
    }

    @Test
    void aDayWithoutAnyFileIsNobodys() throws Exception {
        assertThat(history.list(DAY)).isEmpty();
    }

    @Test
    void onlyWhatIsWantedIsTakenFromTheDump() throws Exception {
        host.given(INDEX, index(List.of(1, 2, 3)));
        host.given(DUMP, dump(List.of(1, 2, 3), id -> mail(id).replace("{\"character_id\":95,", "{\"x\":[1e3,0.10],")));

        history.fetch(DAY, listing(), List.of(2L), sink);

        String esi = mail(2).replace("{\"character_id\":95,", "{\"x\":[1E+3,0.10],");
        assertThat(mails)
                .containsOnly(Map.entry(2L, "{\"killmail_id\":2,\"hash\":\"" + hash(2) + "\",\"esi\":" + esi + "}"));
    }

    @Test
    void whatTheDumpHasBrokenIsAskedOfEsiAndSetAsideWhenThatHasItBrokenToo() throws Exception {
        host.given(INDEX, index(List.of(1, 2)));
        host.given(DUMP, dump(List.of(1, 2), id -> id == 1 ? "{\"killmail_id\":1}" : mail(2)));
        affordable = true;
        answer = found(mail(1));
        history.fetch(DAY, listing(), List.of(1L, 2L), sink);
        assertThat(mails.get(1L)).contains("30000142");

        mails.clear();
        answer = found("{\"killmail_id\":1,\"broken\":true}");
        history.fetch(DAY, listing(), List.of(1L, 2L), sink);

        assertThat(mails.keySet()).containsExactly(1L, 2L);
        assertThat(mails.get(1L)).contains("broken");
    }

    @Test
    void whatDumpAndEsiHaveBrokenIsTakenFromTheArchive() throws Exception {
        host.given(INDEX, index(List.of(1)));
        host.given(DUMP, dump(List.of(1), id -> "{}"));
        host.given(ARCHIVE, archive(Map.of(1, mail(1))));
        affordable = true;
        answer = found("{\"killmail_id\":1,\"broken\":true}");

        history.fetch(DAY, listing(), List.of(1L), sink);

        assertThat(mails.get(1L)).contains("30000142");
    }

    @Test
    void whatTheDumpHasBrokenIsTakenFromTheArchiveWhereEsiIsDear() throws Exception {
        host.given(INDEX, index(List.of(1)));
        host.given(DUMP, dump(List.of(1), id -> "null"));
        host.given(ARCHIVE, archive(Map.of(1, mail(1))));

        history.fetch(DAY, listing(), List.of(1L), sink);

        assertThat(mails.get(1L)).contains("30000142");
    }

    @Test
    void whatTheLastSourceHasBrokenIsHandedOverAsItIs() throws Exception {
        host.given(ARCHIVE, archive(new TreeMap<>(Map.of(1, "{\"killmail_id\":", 2, "{\"killmail_id\":2}"))));

        history.fetch(DAY, listing(), List.of(1L, 2L), sink);

        assertThat(mails)
                .containsOnly(
                        Map.entry(1L, "{\"killmail_id\":"),
                        Map.entry(2L, "{\"killmail_id\":2,\"esi\":{\"killmail_id\":2}}"));
    }

    @Test
    void aBrokenFileOfTheArchiveIsAskedOfEsi() throws Exception {
        host.given(INDEX, index(List.of(1, 2)));
        host.given(ARCHIVE, archive(new TreeMap<>(Map.of(1, "{\"killmail_id\":", 2, mail(2)))));
        answer = found(mail(1));

        history.fetch(DAY, listing(), List.of(1L, 2L), sink);

        assertThat(mails.keySet()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 422})
    void aWrongPairIsRefusedForGood(int status) throws Exception {
        host.given(INDEX, index(List.of(1)));
        answer = new EsiAnswer.Refused(status, "Invalid");

        history.fetch(DAY, listing(), List.of(1L), sink);

        assertThat(refused).containsOnlyKeys(1L);
    }

    @Test
    void aHashThatIsNoneIsNotEvenAsked() throws Exception {
        host.given(INDEX, "{\"1\":\"../../x\"}");

        history.fetch(DAY, listing(), List.of(1L), sink);

        assertThat(refused).containsOnlyKeys(1L);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void anotherRefusalIsTroubleAndNotTheKillmailsFault(int status) {
        host.given(INDEX, index(List.of(1)));
        answer = new EsiAnswer.Refused(status, "Forbidden");

        assertThatThrownBy(() -> history.fetch(DAY, listing(), List.of(1L), sink))
                .isInstanceOf(FeedException.class);
        assertThat(refused).isEmpty();
    }

    @Test
    void aSourceInTroubleIsPassedOverWhenAnotherHelps() throws Exception {
        host.given(INDEX, index(List.of(1)));
        host.given(DUMP, ok("{\"1\":{\"kill"));
        host.given(ARCHIVE, archive(Map.of(1, mail(1))));

        history.fetch(DAY, listing(), List.of(1L), sink);

        assertThat(mails).containsOnlyKeys(1L);
    }

    @Test
    void whatNobodyHasForNowIsTroubleThatNamesTheFirstSource() {
        host.given(INDEX, index(List.of(1)));
        host.given(DUMP, ok("{\"1\":{\"kill"));
        host.given(ARCHIVE, status(503));

        assertThatThrownBy(() -> history.fetch(DAY, listing(), List.of(1L), sink))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(DUMP);
    }

    @Test
    void withEsiDownTheWaitIsTheOneItAsksFor() {
        host.given(INDEX, index(List.of(1)));

        assertThatThrownBy(() -> history.fetch(DAY, listing(), List.of(1L), sink))
                .isInstanceOfSatisfying(
                        FeedException.class, e -> assertThat(e.retryIn()).contains(Duration.ofMinutes(10)));
    }

    private static EsiAnswer found(String body) {
        return new EsiAnswer.Found(body.getBytes(StandardCharsets.UTF_8), null, null);
    }

    private Listing listing() throws FeedException, InterruptedException {
        return history.list(DAY).orElseThrow();
    }
}
