package io.battlescope.e2e.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rest.ApiClient;
import io.battlescope.e2e.rule.Hulls;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Has a simulator publish with all faults on, and compares what a running system has made of it. {@code compare} ends with 0 when
 * each killmail is there once, 1 when anything differs, 2 when the system does not get there.
 */
public final class KeepLedger {

    private static final int DIFFERENT = 1;
    private static final int NOT_THERE = 2;
    private static final int SHOWN = 20;
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final int BATTLE = 1_000;

    // what is printed is what the program is for
    private final PrintStream out = System.out;
    private final ApiClient api;
    private final Duration patience;

    private KeepLedger(ApiClient api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    /** Arguments: see {@code infra/faults/ledger.sh}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        NewEden eden = new NewEden(URI.create(args[1]));
        if (args[0].equals("publish")) {
            publish(
                    eden,
                    Long.parseLong(args[2]),
                    Double.parseDouble(args[3]),
                    Double.parseDouble(args[4]),
                    System.out);
            return;
        }
        URI gateway = URI.create(args[2]);
        String token = Files.readString(Path.of(args[3])).trim();
        KeepLedger keep = new KeepLedger(new ApiClient(gateway), Duration.ofSeconds(Long.parseLong(args[4])));
        Hulls hulls = Hulls.load(Path.of(System.getProperty("battlescope.root", "")));
        System.exit(
                keep.compare(new LedgerCheck(eden, keep.api, new ApiClient(gateway, token), hulls, keep::awaitStatus)));
    }

    private static void publish(NewEden eden, long mails, double rate, double share, PrintStream out)
            throws IOException, InterruptedException {
        eden.lie(share);
        eden.battle(BATTLE);
        eden.rate(rate);
        Instant told = Instant.now();
        while (eden.published() < mails) {
            if (Duration.between(told, Instant.now()).compareTo(TELL_EVERY) > 0) {
                told = Instant.now();
                out.println("  " + eden.published() + " of " + mails + " published");
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        eden.stop();
        out.println("  " + eden.published() + " published, and no more will be");
    }

    private int compare(LedgerCheck check) throws IOException, InterruptedException {
        List<String> differences;
        try {
            differences = check.differences();
        } catch (NotThereException e) {
            out.println("NOT SETTLED: " + e.getMessage());
            return NOT_THERE;
        }
        out.println(check.summary());
        differences.stream().limit(SHOWN).forEach(difference -> out.println("  " + difference));
        if (!differences.isEmpty()) {
            out.println("DIFFERENT: " + differences.size() + " differences.");
            return DIFFERENT;
        }
        out.println(
                "EXACT: every accepted killmail is there once, nothing else is, and every broken one is in quarantine.");
        return 0;
    }

    /** As long as anything moves there is hope. */
    private void awaitStatus(String what, Predicate<JsonNode> condition) throws InterruptedException {
        out.println("Waiting until " + what);
        String last = "";
        Instant moved = Instant.now();
        Instant told = Instant.now();
        while (Duration.between(moved, Instant.now()).compareTo(patience) < 0) {
            Optional<JsonNode> status = api.status();
            if (status.filter(condition).isPresent()) {
                return;
            }
            String progress = status.map(known -> known.path("killmails") + ", lag " + known.path("lagSeconds") + ", "
                            + known.path("problems"))
                    .orElse("the gateway does not answer");
            if (!progress.equals(last)) {
                last = progress;
                moved = Instant.now();
            }
            if (Duration.between(told, Instant.now()).compareTo(TELL_EVERY) > 0) {
                told = Instant.now();
                out.println("  " + progress);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        throw new NotThereException("it does not get to where " + what + ": " + last);
    }

    private static final class NotThereException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotThereException(String message) {
            super(message);
        }
    }
}
