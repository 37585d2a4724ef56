package io.battlescope.local.launcher;

import io.battlescope.local.process.SetupException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where killmails come from. */
record Feed(Kind kind, Path file) {

    enum Kind {
        R2Z2,
        DEMO,
        FILE
    }

    private static final String FILE_PREFIX = "file:";

    static Feed parse(String text) {
        if (text.equals("r2z2")) {
            return new Feed(Kind.R2Z2, null);
        }
        if (text.equals("demo")) {
            return new Feed(Kind.DEMO, null);
        }
        if (text.startsWith(FILE_PREFIX) && text.length() > FILE_PREFIX.length()) {
            String path = text.substring(FILE_PREFIX.length());
            // the shell does not see the tilde behind the colon
            String expanded = path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
            return new Feed(Kind.FILE, Path.of(expanded).toAbsolutePath().normalize());
        }
        throw new Arguments.MisuseException("--feed is r2z2, demo or file:PATH; " + text + " is none of them.");
    }

    /** Before anything is started for nothing. */
    void check() {
        if (kind == Kind.FILE && !Files.isRegularFile(file)) {
            throw new SetupException(
                    "The feed file " + file + (Files.exists(file) ? " is not a file." : " does not exist."));
        }
        if (kind == Kind.FILE && !Files.isReadable(file)) {
            throw new SetupException("The feed file " + file + " may not be read by this user.");
        }
    }

    /** As it is written on the command line, with the whole path. */
    String value() {
        return switch (kind) {
            case R2Z2 -> "r2z2";
            case DEMO -> "demo";
            case FILE -> FILE_PREFIX + file;
        };
    }
}
