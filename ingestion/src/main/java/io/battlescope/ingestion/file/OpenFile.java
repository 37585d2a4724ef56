package io.battlescope.ingestion.file;

import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A file being read. Its position is the number of the last line given and, as mark, the byte where that line ended; a line that
 * begins before the mark is one that was given before its newline was there.
 */
final class OpenFile implements Closeable {

    private static final int GZIP_BUFFER = 128 * 1024;

    private final Path path;
    private final boolean gzipped;
    private final LineReader lines;
    private final String feed;
    private Fingerprint fingerprint;
    private BasicFileAttributes seen;
    private Position position = Position.START;
    /** The line in hand has grown since it was given, and is to be given again. */
    private boolean grown;

    private OpenFile(Path path, boolean gzipped, LineReader lines, FileIdentity identity) throws IOException {
        this.path = path;
        this.gzipped = gzipped;
        this.lines = lines;
        this.feed = identity.feed();
        this.fingerprint = identity.fingerprint();
        this.seen = attributes(path);
    }

    static OpenFile open(Path path, Bookmarks bookmarks) throws IOException {
        FileIdentity identity = FileIdentity.of(path, bookmarks);
        boolean gzipped = path.toString().endsWith(".gz");
        InputStream raw = Files.newInputStream(path);
        try {
            InputStream in = gzipped ? new GZIPInputStream(raw, GZIP_BUFFER) : raw;
            LineReader lines = new LineReader(in, KillmailValidator.MAX_BYTES, RawKillmail.KEPT);
            OpenFile file = new OpenFile(path, gzipped, lines, identity);
            file.skipTo(identity.position());
            return file;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The next line that is not blank; {@code null} at the end for now. */
    RawKillmail next() throws IOException {
        if (grown) {
            grown = false;
            return give(position.number());
        }
        while (lines.next()) {
            boolean givenBefore = startOfLine() < position.mark();
            if (givenBefore && lines.endOfLine() == position.mark()) {
                continue;
            }
            RawKillmail line = give(givenBefore ? position.number() : position.number() + 1);
            if (!lines.isBlank()) {
                return line;
            }
        }
        return null;
    }

    /** Bytes of a last line without a newline that were not given yet. */
    long unfinishedBytes() {
        return lines.isBlank() || lines.consumed() <= position.mark() ? 0 : lines.size();
    }

    byte[] unfinishedLine() {
        return lines.content();
    }

    /** Gives the last line as it stands. Should it grow after all, it is given again, whole, under the same number. */
    RawKillmail takeUnfinished() {
        return give(startOfLine() < position.mark() ? position.number() : position.number() + 1);
    }

    /** Whether the path now holds another file than the one being read, or one that has to be read again to see more. */
    boolean isOutdated() throws IOException {
        BasicFileAttributes now = attributes(path);
        boolean sameFile = Objects.equals(now.fileKey(), seen.fileKey());
        boolean untouched =
                sameFile && now.size() == seen.size() && now.lastModifiedTime().equals(seen.lastModifiedTime());
        if (untouched) {
            return false;
        }
        seen = now;
        if (gzipped || !sameFile || now.size() < lines.consumed() || !fingerprint.matches(path)) {
            return true;
        }
        if (!fingerprint.isComplete()) {
            fingerprint = Fingerprint.of(path);
        }
        return false;
    }

    boolean isGzipped() {
        return gzipped;
    }

    String feed() {
        return feed;
    }

    String fingerprint() {
        return fingerprint.toString();
    }

    Position position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private RawKillmail give(long number) {
        position = new Position(number, lines.endOfLine());
        return new RawKillmail(number, lines.content(), lines.size());
    }

    private long startOfLine() {
        return lines.endOfLine() - lines.size();
    }

    private void skipTo(Position target) throws IOException {
        boolean finished = true;
        for (long line = 0; line < target.number() && finished; line++) {
            finished = lines.next();
            if (!finished && (lines.size() == 0 || line + 1 < target.number())) {
                throw new IOException("only " + line + " lines, but " + target.number() + " had been read of it");
            }
        }
        if (target.number() > 0 && lines.endOfLine() < target.mark()) {
            throw new IOException("line " + target.number() + " is shorter than when it was read: the file was changed"
                    + " in place; put it back, or use another name");
        }
        grown = finished && lines.endOfLine() > target.mark() && target.number() > 0;
        position = target;
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }
}
