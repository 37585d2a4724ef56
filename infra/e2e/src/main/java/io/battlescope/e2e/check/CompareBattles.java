package io.battlescope.e2e.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rest.ApiClient;
import io.battlescope.e2e.rule.Hulls;
import io.battlescope.e2e.rule.MailFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waits until a running system has caught up with a recorded stream, and compares all its answers with the rule.
 * Ends with 0 when they are the same, 1 when they are not, 2 when the system does not get there.
 */
public final class CompareBattles {

    private static final int DIFFERENT = 1;
    private static final int NOT_THERE = 2;
    private static final int SHOWN = 20;
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final PrintStream out = System.out;
    private final ApiClient api;
    private final Expectation expectation;
    private final Duration patience;

    private CompareBattles(ApiClient api, Expectation expectation, Duration patience) {
        this.api = api;
        this.expectation = expectation;
        this.patience = patience;
    }

    /** Arguments: the file, the gateway's address, and for how many seconds to wait for it to stop making progress. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Hulls hulls = Hulls.load(Path.of(System.getProperty("battlescope.root", "")));
        MailFile file = MailFile.read(Path.of(args[0]));
        CompareBattles compare = new CompareBattles(
                new ApiClient(URI.create(args[1])),
                Expectation.of(file.lines(), file.mails(), hulls),
                Duration.ofSeconds(Long.parseLong(args[2])));
        System.exit(compare.run());
    }

    private int run() throws IOException, InterruptedException {
        out.println("By the rule: " + expectation.lines() + " lines, "
                + expectation.mails().size() + " killmails, "
                + expectation.battles().size() + " battles.");
        boolean caughtUp = awaitEnd();
        List<String> differences = Comparison.differences(api, expectation);
        differences.stream().limit(SHOWN).forEach(difference -> out.println("  " + difference));
        if (!differences.isEmpty()) {
            out.println("DIFFERENT: " + differences.size() + " differences.");
            return DIFFERENT;
        }
        if (!caughtUp) {
            out.println("NOT SETTLED: the answers are right, but the status does not say that all is done.");
            return NOT_THERE;
        }
        out.println("EXACT: every killmail is there once, and every battle is what the rule says.");
        return 0;
    }

    /** As long as anything moves there is hope. */
    private boolean awaitEnd() throws InterruptedException {
        String last = "";
        Instant moved = Instant.now();
        Instant told = Instant.now();
        while (Duration.between(moved, Instant.now()).compareTo(patience) < 0) {
            Optional<JsonNode> status = api.status();
            if (status.filter(expectation::isReached).isPresent()) {
                return true;
            }
            String progress = status.map(expectation::progress).orElse("the gateway does not answer");
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
        out.println("It does not get further: " + last);
        return false;
    }
}
