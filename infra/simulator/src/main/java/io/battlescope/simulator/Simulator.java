package io.battlescope.simulator;

import io.battlescope.api.universe.Universe;
import io.battlescope.simulator.feed.Journal;
import io.battlescope.simulator.feed.Timeline;
import io.battlescope.simulator.server.Server;
import io.battlescope.simulator.server.Simulation;
import io.battlescope.simulator.war.Kind;
import io.battlescope.simulator.war.World;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The program: a world that goes on by the clock, and the services that tell of it. */
public final class Simulator {

    /** What there was before the numbered feed, at the pace of the real game. */
    private static final double PACE_OF_THE_GAME = 1 / 6.0;
    /** Before the rate that was asked for begins, so that a newcomer does not wait for millions. */
    private static final double MOST_AT_FIRST = 1;

    private static final long TICK_MILLIS = 100;
    private static final int AGO_SECONDS = 25 * 60;
    // the output is what a person who starts it reads
    private static final PrintStream OUT = System.out;

    private Simulator() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].matches("-h|--help|help")) {
            OUT.print(Options.USAGE);
            return;
        }
        try {
            Options options = Options.parse(args);
            if (options.batch() != null) {
                OUT.println(Batch.write(options));
            } else {
                serve(options);
            }
        } catch (Options.MisuseException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void serve(Options options) throws IOException, InterruptedException {
        Timeline timeline = timeline(options);
        timeline.advance(Instant.now().getEpochSecond());
        Simulation simulation = new Simulation(timeline.world(), timeline, options.retention());
        if (options.allFaults()) {
            simulation.faults().all();
        }
        options.faults().forEach(simulation.faults()::rate);
        try (Server server = Server.start(simulation, options.port())) {
            OUT.println("New Eden is at " + server.address() + ": " + timeline.kills() + " kills so far, seed "
                    + timeline.world().seed() + ", " + timeline.rate() + " a second");
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                timeline.advance(Instant.now().getEpochSecond());
            }
        }
    }

    /** The world that was begun before, with today's rate; or a new one. */
    private static Timeline timeline(Options options) {
        Journal journal = options.data() == null ? Journal.none() : Journal.in(options.data());
        Universe universe = Universe.load();
        if (journal.kept().isEmpty()) {
            return begin(options, journal, universe);
        }
        long seed = ((Journal.Entry.Begun) journal.kept().getFirst()).seed();
        Timeline timeline = Timeline.resume(new World(seed, universe), journal);
        // what nobody could see while it was down happens at the old rate
        timeline.advance(Instant.now().getEpochSecond());
        if (timeline.rate() != options.rate()) {
            timeline.rate(0, options.rate());
        }
        return timeline;
    }

    private static Timeline begin(Options options, Journal journal, Universe universe) {
        long now = Instant.now().getEpochSecond();
        long feedFrom = now - options.recent().toSeconds();
        long start = feedFrom - options.past().toSeconds();
        Timeline timeline = Timeline.begin(
                new World(options.seed(), universe),
                journal,
                new Journal.Entry.Begun(options.seed(), start, feedFrom, options.latePercent()));
        timeline.rate(start, Math.min(options.rate(), PACE_OF_THE_GAME));
        timeline.rate(feedFrom - AGO_SECONDS, Math.min(options.rate(), MOST_AT_FIRST));
        timeline.rate(now, options.rate());
        // something to see at once, and something that is going on
        timeline.order(now - 2 * AGO_SECONDS, Kind.THIRD_PARTY, 0, 70);
        timeline.order(now - AGO_SECONDS, Kind.FLEET_BATTLE, 0, 60);
        timeline.order(now - 60, Kind.FLEET_BATTLE, 0, 40);
        return timeline;
    }
}
