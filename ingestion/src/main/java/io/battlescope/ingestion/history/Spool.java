package io.battlescope.ingestion.history;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of history on the way through: downloaded at once, so that the host is not kept waiting while its killmails are delivered at
 * a modest pace. The file has no name any more once it is open, so that not even a crash leaves it behind.
 */
final class Spool implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final RandomAccessFile file;

    Spool() throws IOException {
        Path path = Files.createTempFile("battlescope-history", null);
        this.file = new RandomAccessFile(path.toFile(), "rw");
        Files.delete(path);
    }

    static Spool of(InputStream source) throws IOException {
        Spool spool = new Spool();
        try {
            byte[] chunk = new byte[CHUNK];
            for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
                spool.file.write(chunk, 0, read);
            }
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    void write(byte[] bytes) {
        try {
            file.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a file of history", e);
        }
    }

    /** From the beginning. */
    InputStream open() throws IOException {
        file.seek(0);
        return new FilterInputStream(new FileInputStream(file.getFD())) {
            @Override
            public void close() {
                // the spool closes it
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
