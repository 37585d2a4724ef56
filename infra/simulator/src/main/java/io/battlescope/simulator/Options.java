package io.battlescope.simulator;

import io.battlescope.simulator.server.Fault;
import io.battlescope.simulator.war.World;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was asked for on the command line.
 *
 * @param data where the journal is kept; {@code null} to forget everything at the end
 * @param recent how long the numbered feed has been going on when the world is new
 * @param past how long there has been history before that
 * @param batch where a whole day is written to; {@code null} to serve instead
 */
record Options(
        int port,
        double rate,
        long seed,
        int latePercent,
        Path data,
        Duration recent,
        Duration past,
        Duration retention,
        Map<Fault, Double> faults,
        boolean allFaults,
        Path batch,
        LocalDate day) {

    static final String USAGE = """
            infra/simulator/run [OPTION…]     plays R2Z2, zKillboard, ESI and EVE Ref on one port of this machine

            --port N          8090
            --rate N          killmails a second, 0.01 to 5000 (0.5)
            --seed N          which world (1)
            --late N          percent of the mails that are posted hours or days late (3)
            --data DIR        keeps the world there, so that it goes on after a restart
            --recent MINUTES  how long the feed has been going on when a new world begins (120)
            --past HOURS      how long there has been history before that (72)
            --retention HOURS how long numbers of the feed are kept (24)
            --faults LIST     all, or names with rates such as html=0.1,reset=0.05; GET /sim/faults has the names
            --batch DIR       writes a day to DIR/killmails.jsonl (in the order of the feed) and DIR/truth.jsonl, and ends
            --day YYYY-MM-DD  which day (2026-01-10)
            """;

    private static final double SLOWEST = 0.01;

    /** The command line is not one of ours; the message says why. */
    static final class MisuseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MisuseException(String sentence) {
            super(sentence);
        }
    }

    static Options parse(String[] args) {
        Builder builder = new Builder();
        for (int i = 0; i < args.length; i++) {
            int equals = args[i].startsWith("--") ? args[i].indexOf('=') : -1;
            String option = equals < 0 ? args[i] : args[i].substring(0, equals);
            if (equals < 0 && i + 1 == args.length) {
                throw new MisuseException("Option " + option + " needs a value.");
            }
            String value = equals < 0 ? args[++i] : args[i].substring(equals + 1);
            try {
                builder.option(option, value);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new MisuseException(option + " cannot be " + value + ".");
            }
        }
        return builder.build();
    }

    private static final class Builder {
        private int port = 8090;
        private double rate = 0.5;
        private long seed = 1;
        private int late = 3;
        private Path data;
        private Duration recent = Duration.ofMinutes(120);
        private Duration past = Duration.ofHours(72);
        private Duration retention = Duration.ofHours(24);
        private final Map<Fault, Double> faults = new EnumMap<>(Fault.class);
        private boolean allFaults;
        private Path batch;
        private LocalDate day = LocalDate.of(2026, 1, 10);

        private void option(String option, String value) {
            switch (option) {
                case "--port" -> port = Integer.parseInt(value);
                case "--rate" -> rate = rate(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--late" -> late = Integer.parseInt(value);
                case "--data" -> data = Path.of(value);
                case "--recent" -> recent = Duration.ofMinutes(Long.parseLong(value));
                case "--past" -> past = Duration.ofHours(Long.parseLong(value));
                case "--retention" -> retention = Duration.ofHours(Long.parseLong(value));
                case "--faults" -> faults(value);
                case "--batch" -> batch = Path.of(value);
                case "--day" -> day = LocalDate.parse(value);
                default -> throw new MisuseException("There is no option " + option + ".\n\n" + USAGE);
            }
        }

        private static double rate(String value) {
            double rate = Double.parseDouble(value);
            if (!(rate >= SLOWEST && rate <= World.FASTEST)) {
                throw new IllegalArgumentException(value);
            }
            return rate;
        }

        private void faults(String list) {
            for (String part : list.split(",")) {
                String[] pair = part.split("=");
                if (part.equals("all")) {
                    allFaults = true;
                } else if (pair.length == 2) {
                    faults.put(Fault.of(pair[0]), Double.parseDouble(pair[1]));
                } else {
                    throw new IllegalArgumentException(part);
                }
            }
        }

        private Options build() {
            return new Options(port, rate, seed, late, data, recent, past, retention, faults, allFaults, batch, day);
        }
    }
}
