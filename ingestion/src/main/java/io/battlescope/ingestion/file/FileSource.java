package io.battlescope.ingestion.file;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Killmails of a {@code .jsonl} or {@code .jsonl.gz} file, one a line. At the end it watches the file: a plain one is read on as it
 * grows, one that was replaced is read from its start, and a file that is damaged or gone is tried again.
 */
public final class FileSource implements KillmailSource {

    private static final Logger log = LoggerFactory.getLogger(FileSource.class);

    /** A batch is full at this size, so that large lines do not add up (bytes). */
    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private static final long POLL_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path path;
    private final Bookmarks bookmarks;
    private final UnfinishedLine unfinished;
    private OpenFile file;
    private IOException trouble;
    private volatile FeedState state = FeedState.STARTING;

    public FileSource(Path path, Bookmarks bookmarks) {
        this(path, bookmarks, PATIENCE);
    }

    /** @param patience how long a broken last line without a newline may still become a whole one */
    FileSource(Path path, Bookmarks bookmarks, Duration patience) {
        this.path = path.toAbsolutePath().normalize();
        this.bookmarks = bookmarks;
        this.unfinished = new UnfinishedLine(patience);
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Batch next(int max) throws FeedException, InterruptedException {
        try {
            if (trouble != null) {
                throw trouble;
            }
            if (file == null) {
                file = OpenFile.open(path, bookmarks);
            }
            Position before = file.position();
            List<RawKillmail> lines = read(max);
            if (!lines.isEmpty()) {
                state = FeedState.RUNNING;
            } else if (file != null) {
                atEnd(lines);
            }
            return file == null ? Batch.NOTHING : batch(before, lines);
        } catch (IOException e) {
            throw whatIsWrong(e);
        }
    }

    @Override
    public void rewind() {
        trouble = null;
        try {
            close();
        } catch (IOException e) {
            log.warn("Closing {}: {}", path, e.toString());
        }
    }

    @Override
    public FeedState state() {
        return state;
    }

    @Override
    public void close() throws IOException {
        OpenFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    private List<RawKillmail> read(int max) throws IOException {
        List<RawKillmail> lines = new ArrayList<>();
        long bytes = 0;
        try {
            while (lines.size() < max && bytes < BATCH_BYTES) {
                RawKillmail line = file.next();
                if (line == null) {
                    break;
                }
                lines.add(line);
                bytes += line.payload().length;
            }
        } catch (IOException e) {
            if (lines.isEmpty()) {
                throw e;
            }
            // what came before the damage is good; the trouble is told at the next call
            trouble = e;
        }
        return lines;
    }

    private Batch batch(Position before, List<RawKillmail> lines) {
        return new Batch(file.feed(), file.fingerprint(), before, file.position(), lines);
    }

    private void atEnd(List<RawKillmail> lines) throws IOException, InterruptedException {
        if (file.isOutdated()) {
            rewind();
            return;
        }
        long waiting = file.unfinishedBytes();
        if (waiting > 0 && (file.isGzipped() || unfinished.isDue(waiting, file::unfinishedLine))) {
            lines.add(file.takeUnfinished());
            return;
        }
        state = finished(waiting);
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }

    private FeedState finished(long unfinishedBytes) {
        String tail = unfinishedBytes == 0 ? "" : "; " + unfinishedBytes + " bytes of a line without its end";
        return new FeedState(
                "finished", "all " + file.position().number() + " lines read" + tail + "; watching the file for more");
    }

    private FeedException whatIsWrong(IOException e) {
        String after = file == null ? "" : " after line " + file.position().number();
        String what = switch (e) {
            case NoSuchFileException _ -> " is not there; waiting for it to come back";
            case AccessDeniedException _ -> " may not be read by this user";
            case EOFException _ -> " is cut off" + after + ": the gzip stream ends too early";
            case ZipException _ -> " is damaged" + after + ": " + e.getMessage();
            default -> " cannot be read" + after + ": " + e.getMessage();
        };
        rewind();
        return new FeedException("unreadable", path + what, e);
    }
}
