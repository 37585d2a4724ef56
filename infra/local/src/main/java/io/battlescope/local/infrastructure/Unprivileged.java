package io.battlescope.local.infrastructure;

import io.battlescope.local.process.CommandLines;
import io.battlescope.local.process.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root looks like nobody to it, while files and signals stay
 * as they are; where namespaces are forbidden, another user has to own its files.
 */
final class Unprivileged {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    private Unprivileged() {}

    /**
     * What to put before a command of PostgreSQL.
     *
     * @param programs directory of the programs, which the other user must be able to read
     * @param data directory of the data, which is handed over where another user is needed
     */
    static List<String> prefix(Path programs, Path data) throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        List<String> namespace = List.of("unshare", "-U", "--");
        if (CommandLines.succeeds(with(namespace, List.of("true")))) {
            return namespace;
        }
        for (String user : CANDIDATES) {
            List<String> asUser = List.of("setpriv", "--reuid=" + user, "--clear-groups", "--");
            if (CommandLines.succeeds(with(
                    asUser,
                    List.of("test", "-x", programs.resolve("bin/postgres").toString())))) {
                Files.createDirectories(data);
                if (CommandLines.succeeds(List.of("chown", "-R", user, data.toString()))) {
                    return asUser;
                }
            }
        }
        throw new SetupException(
                "PostgreSQL does not run as root, this system forbids user namespaces, and no other user may" + " read "
                        + programs + ". Run as an ordinary user, or name a directory outside root's home with --data.");
    }

    static List<String> with(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() throws IOException {
        return Files.exists(Path.of("/proc/self"))
                && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
