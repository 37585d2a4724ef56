package io.battlescope.ingestion.history;

import static io.battlescope.ingestion.history.LyingHistory.archive;
import static io.battlescope.ingestion.history.LyingHistory.hash;
import static io.battlescope.ingestion.history.LyingHistory.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.esi.Esi;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How much of a day is asked of ESI, with the client that counts its tokens. Without Redis it leaves half of them to others. */
class EsiBudgetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final Map<String, String> FOURTEEN_TOKENS =
            Map.of("X-Ratelimit-Group", "killmail", "X-Ratelimit-Limit", "28/15m");

    private final CountingSink sink = new CountingSink();
    private LyingHistory host;

    /** Counts what comes. */
    private static final class CountingSink implements MailSink {
        private int mails;

        @Override
        public void mail(long killmailId, byte[] envelope) {
            mails++;
        }

        @Override
        public void refused(long killmailId, String hash, String detail) {
            throw new AssertionError(detail);
        }
    }

    @BeforeEach
    void start() throws IOException {
        host = new LyingHistory();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void beforeEsiHasToldItsBudgetTheDocumentedOneIsCountedWith() throws IOException {
        host.given("killmails/2026/killmails-2026-08-01.tar.bz2", archive(mails(901)));

        withHistory(history -> {
            fetch(history, 901);

            assertThat(sink.mails).isEqualTo(901);
            assertThat(askedOfEsi()).isZero();
        });
    }

    @Test
    void esiIsAskedAsLongAsItsTokensLastAndTheArchiveThen() throws IOException {
        mails(8).forEach((id, mail) -> host.given(esiPath(id), ok(mail).under(FOURTEEN_TOKENS)));
        host.given("killmails/2026/killmails-2026-08-01.tar.bz2", archive(mails(8)));

        withHistory(history -> {
            fetch(history, 4);
            assertThat(askedOfEsi()).as("8 of 14 tokens").isEqualTo(4);
            fetch(history, 4);
            assertThat(askedOfEsi()).as("no room for 4 more").isEqualTo(4);
            fetch(history, 3);
            assertThat(askedOfEsi()).as("room for 3").isEqualTo(7);
            fetch(history, 1);

            assertThat(askedOfEsi()).isEqualTo(7);
            assertThat(sink.mails).isEqualTo(12);
        });
    }

    @FunctionalInterface
    private interface Use {
        void with(History history) throws Exception;
    }

    private void withHistory(Use use) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(esi()))
                .withPropertyValues("battlescope.esi.base-url=" + host.address())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    try (History history = History.of(
                            _ -> Optional.empty(),
                            context.getBean(Esi.class),
                            host.address(),
                            "BattleScope/test",
                            new KillmailValidator(Clock.systemUTC()))) {
                        use.with(history);
                    }
                });
    }

    private static Class<?> esi() {
        try {
            return Class.forName("io.battlescope.esi.EsiAutoConfiguration");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private void fetch(History history, int killmails) throws Exception {
        Map<Long, String> hashes = LongStream.rangeClosed(1, killmails)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), LyingHistory::hash));
        history.fetch(DAY, new Listing(Listing.ZKILLBOARD, hashes), List.copyOf(hashes.keySet()), sink);
    }

    private static Map<Integer, String> mails(int many) {
        return IntStream.rangeClosed(1, many)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), LyingHistory::mail));
    }

    private static String esiPath(int id) {
        return "killmails/" + id + "/" + hash(id);
    }

    private long askedOfEsi() {
        return host.requests().stream()
                .filter(path -> path.matches("/killmails/[0-9]+/[0-9a-f]{40}"))
                .count();
    }
}
