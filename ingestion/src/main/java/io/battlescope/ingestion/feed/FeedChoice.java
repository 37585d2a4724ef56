package io.battlescope.ingestion.feed;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which feed to follow, as {@code BATTLESCOPE_FEED} names it. */
public sealed interface FeedChoice {

    String FILE_PREFIX = "file:";

    /** The live feed. */
    record R2z2() implements FeedChoice {
        @Override
        public String text() {
            return "r2z2";
        }

        @Override
        public boolean hasHistory() {
            return true;
        }
    }

    /** A recorded stream. */
    record Recording(Path path) implements FeedChoice {
        @Override
        public String text() {
            return FILE_PREFIX + path;
        }
    }

    /** As it would be written in the configuration. */
    String text();

    /** Whether what was missed can be fetched from its host later. */
    default boolean hasHistory() {
        return false;
    }

    static FeedChoice parse(String text) {
        String feed = text.strip();
        if (feed.startsWith(FILE_PREFIX)) {
            return recording(feed.substring(FILE_PREFIX.length()));
        }
        return switch (feed) {
            case "r2z2" -> new R2z2();
            default ->
                throw new FeedMisconfiguredException(
                        "There is no feed '" + feed + "'.",
                        "Set BATTLESCOPE_FEED to r2z2 (the live feed) or file:PATH (.jsonl or .jsonl.gz).");
        };
    }

    private static Recording recording(String path) {
        Path file = Path.of(path).toAbsolutePath().normalize();
        if (path.isBlank() || Files.isDirectory(file)) {
            throw new FeedMisconfiguredException(
                    "BATTLESCOPE_FEED names no file: '" + FILE_PREFIX + path + "'.",
                    "Write file:PATH with the path of a .jsonl or .jsonl.gz file.");
        }
        if (!Files.exists(file)) {
            throw new FeedMisconfiguredException(
                    "The recording " + file + " does not exist.",
                    "Check the path in BATTLESCOPE_FEED; a relative one starts at the directory of the process.");
        }
        if (!Files.isReadable(file)) {
            throw new FeedMisconfiguredException(
                    "The recording " + file + " may not be read by this user.", "Change its permissions.");
        }
        return new Recording(file);
    }
}
