package io.battlescope.simulator;

import io.battlescope.api.universe.Universe;
import io.battlescope.simulator.feed.Journal;
import io.battlescope.simulator.feed.Mails;
import io.battlescope.simulator.feed.Timeline;
import io.battlescope.simulator.feed.Truth;
import io.battlescope.simulator.war.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/** A whole day at once, as files. */
public final class Batch {

    /** The latest mail of a day comes three days later. */
    private static final Duration UNTIL_THE_LAST = Duration.ofHours(74);

    private Batch() {}

    static String write(Options options) throws IOException {
        long start = options.day().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        World world = new World(options.seed(), Universe.load());
        Timeline timeline = Timeline.begin(
                world, Journal.none(), new Journal.Entry.Begun(options.seed(), start, start, options.latePercent()));
        timeline.rate(start, options.rate());
        timeline.rate(start + Duration.ofDays(1).toSeconds(), 0);
        timeline.advance(start + Duration.ofDays(1).plus(UNTIL_THE_LAST).toSeconds());
        return "Written: " + write(timeline, options.batch());
    }

    /** Everything that has been published so far: {@code killmails.jsonl} in the order of the feed, and {@code truth.jsonl}. */
    public static String write(Timeline timeline, Path directory) throws IOException {
        Files.createDirectories(directory);
        Mails mails = new Mails(timeline.world());
        long head = timeline.head();
        try (OutputStream out = open(directory.resolve("killmails.jsonl"))) {
            for (long sequence = Timeline.FIRST_SEQUENCE; sequence <= head; sequence++) {
                out.write(mails.line(timeline.publication(sequence).orElseThrow()));
                out.write('\n');
            }
        }
        int kills = timeline.kills();
        try (OutputStream out = open(directory.resolve("truth.jsonl"))) {
            for (int place = 0; place < kills; place++) {
                Optional<Truth> truth = Optional.of(timeline.posted(place))
                        .filter(posted -> posted.postedAt() != 0)
                        .map(Truth::of);
                if (truth.isPresent()) {
                    out.write((truth.get().json() + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return (head - Timeline.FIRST_SEQUENCE + 1) + " lines about " + kills + " kills in " + directory;
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }
}
