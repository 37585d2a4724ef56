package io.battlescope.e2e.accuracy;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Waits until a running system has taken in a made-up day, and prints how well it has found battles and sides. Ends with 2 when the
 * system does not get there.
 */
public final class MeasureAccuracy {

    private static final int NOT_THERE = 2;
    private static final long LOOK_EVERY_MILLIS = 500;

    // what is printed is what the program is for
    private final PrintStream out = System.out;
    private final ApiClient api;
    private final Duration patience;

    private MeasureAccuracy(ApiClient api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    /** Arguments: the killmails, the truth, the gateway's address, and for how many seconds to wait for progress. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Hulls hulls = Hulls.load(Path.of(System.getProperty("battlescope.root", "")));
        MailFile file = MailFile.read(Path.of(args[0]));
        List<Fight> fights = Truth.read(Path.of(args[1]), file.mails(), hulls);
        MeasureAccuracy measure =
                new MeasureAccuracy(new ApiClient(URI.create(args[2])), Duration.ofSeconds(Long.parseLong(args[3])));
        System.exit(measure.run(file, fights));
    }

    private int run(MailFile file, List<Fight> fights) throws IOException, InterruptedException {
        if (!awaitEnd(file.lines())) {
            System.err.println("The system does not take in all of the day.");
            return NOT_THERE;
        }
        List<FoundBattle> battles = new ArrayList<>();
        for (JsonNode battle : api.list("/battles")) {
            String id = battle.path("battleId").textValue();
            JsonNode detail = api.find("/battles/" + id).orElseThrow();
            battles.add(FoundBattle.of(id, killmails(id), detail));
        }
        out.print(Report.of(fights, battles));
        return 0;
    }

    private Set<Long> killmails(String battle) throws IOException, InterruptedException {
        Set<Long> ids = new HashSet<>();
        for (JsonNode killmail : api.list("/battles/" + battle + "/killmails")) {
            ids.add(killmail.path("killmailId").longValue());
        }
        return ids;
    }

    private boolean awaitEnd(long lines) throws InterruptedException {
        String last = "";
        Instant moved = Instant.now();
        while (Duration.between(moved, Instant.now()).compareTo(patience) < 0) {
            Optional<JsonNode> status = api.status();
            if (status.filter(known -> isSettled(known, lines)).isPresent()) {
                return true;
            }
            String progress =
                    status.map(known -> known.path("killmails").toString()).orElse("");
            if (!progress.equals(last)) {
                last = progress;
                moved = Instant.now();
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return false;
    }

    private static boolean isSettled(JsonNode status, long lines) {
        JsonNode killmails = status.path("killmails");
        long settled = Stream.of("accepted", "duplicates", "revalued", "refused", "quarantined")
                .mapToLong(name -> killmails.path(name).longValue())
                .sum();
        return settled == lines
                && killmails.path("projected").longValue()
                        == killmails.path("accepted").longValue()
                && Stream.of("ingestion", "enrichment", "clustering", "projection")
                        .map(status.path("lagSeconds")::path)
                        .allMatch(lag -> lag.isNumber() && lag.doubleValue() == 0);
    }
}
