package io.battlescope.ingestion.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file begins with: SHA-256 of its first 64 KiB, or of all there was when it was smaller. The length says how much that
 * was, so that a file is known again after it has grown.
 */
record Fingerprint(int length, String digest) {

    static final int MAX_LENGTH = 64 * 1024;

    static Fingerprint of(Path file) throws IOException {
        return of(file, MAX_LENGTH);
    }

    static Fingerprint parse(String text) {
        int colon = text.indexOf(':');
        return new Fingerprint(Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** Whether the file begins with what this was taken of. */
    boolean matches(Path file) throws IOException {
        return equals(of(file, length));
    }

    boolean isComplete() {
        return length == MAX_LENGTH;
    }

    String shortDigest() {
        return digest.substring(0, 12);
    }

    @Override
    public String toString() {
        return length + ":" + digest;
    }

    private static Fingerprint of(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(length);
            return new Fingerprint(beginning.length, HexFormat.of().formatHex(sha256().digest(beginning)));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
