package io.battlescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Main class of {@code infra/bench/run}. */
public final class Bench {

    private static final int FAILED = 1;

    private final Path root;
    private final Options options;

    private Bench(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    public static void main(String[] args) {
        Path root = Path.of(System.getProperty("battlescope.root", "")).toAbsolutePath();
        int result;
        try {
            Options options = Options.parse(args, root);
            if (options.help()) {
                System.out.println(Options.USAGE);
                result = 0;
            } else {
                result = new Bench(root, options).run();
            }
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            result = FAILED;
        } catch (IOException | InterruptedException | SQLException e) {
            System.err.println("The run failed: " + e);
            result = FAILED;
        }
        System.exit(result);
    }

    private int run() throws IOException, InterruptedException, SQLException {
        Instant deadline = Instant.now().plusSeconds(options.timeoutSeconds());
        Machine machine = Machine.look(root);
        Recording feed = Recording.of(options.feed());
        Report report = new Report(machine, feed);
        Experiment experiment = new Experiment(root, options.data(), deadline);
        boolean finished = true;
        if (options.runs().contains(Options.Run.FULL_SPEED)) {
            Measurement full = experiment.run("full-speed", feed, Optional.empty(), 0);
            report.fullSpeed(full);
            finished = full.unfinished().isEmpty();
        }
        if (options.runs().contains(Options.Run.FRESHNESS) && finished) {
            Measurement fresh = freshness(experiment, feed);
            report.freshness(fresh, options);
            finished = fresh.unfinished().isEmpty();
        }
        System.out.println(report.text());
        if (options.save()) {
            save(machine, report);
        }
        return finished ? 0 : FAILED;
    }

    private Measurement freshness(Experiment experiment, Recording feed)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(options.data());
        Path part = Files.createTempFile(options.data(), "bench-", ".jsonl.gz");
        // Ctrl-C does not come by the end of this method
        part.toFile().deleteOnExit();
        try {
            long count = (long) Math.ceil(options.rate() * (options.warmUpSeconds() + options.seconds()));
            return experiment.run(
                    "freshness", feed.head(count, part), Optional.of(options.rate()), options.warmUpSeconds());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void save(Machine machine, Report report) throws IOException {
        Path results = Files.createDirectories(root.resolve("infra/bench/results"));
        Path file = results.resolve(LocalDate.now(ZoneOffset.UTC) + "-" + machine.commit() + ".md");
        Files.writeString(file, report.text() + "\n");
        System.err.println("Saved as " + file);
    }
}
