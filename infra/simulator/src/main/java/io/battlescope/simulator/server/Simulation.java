package io.battlescope.simulator.server;

import io.battlescope.simulator.feed.Mails;
import io.battlescope.simulator.feed.Timeline;
import io.battlescope.simulator.war.World;
import java.time.Duration;

/**
 * A world, how it becomes known, and what goes wrong: all that the services are played from.
 *
 * @param retention how long numbers of the feed are kept
 */
public record Simulation(World world, Timeline timeline, Mails mails, Faults faults, Duration retention) {

    public static final Duration RETENTION = Duration.ofHours(24);

    public Simulation(World world, Timeline timeline, Duration retention) {
        this(world, timeline, new Mails(world), new Faults(world.seed()), retention);
        timeline.spoiling(() -> faults().rate(Fault.BROKEN));
    }

    /** Seconds since 1970: the time of the world, which stands still unless somebody advances it. */
    public long now() {
        return timeline.now();
    }
}
