package io.battlescope.local.launcher;

import io.battlescope.local.process.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * The secret by which the gateway knows an admin: from the environment, else made up at the first start and kept in the data
 * directory, where only its owner can read it.
 *
 * @param isNew whether it was made up just now
 */
record AdminToken(String secret, boolean isNew) {

    static final String VARIABLE = "BATTLESCOPE_ADMIN_TOKEN";

    private static final int BYTES = 24;

    static AdminToken settle(Path file, Map<String, String> environment) {
        String given = environment.getOrDefault(VARIABLE, "").strip();
        if (!given.isEmpty()) {
            return new AdminToken(given, false);
        }
        try {
            String kept = Files.exists(file) ? Files.readString(file).strip() : "";
            return kept.isEmpty() ? makeUp(file) : new AdminToken(kept, false);
        } catch (IOException e) {
            throw new SetupException(
                    "The admin's token cannot be kept in " + file + " (" + e.getMessage() + "); mend that, or set "
                            + VARIABLE + ".",
                    e);
        }
    }

    private static AdminToken makeUp(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        // what a start that was cut short has left may have other rights
        Files.deleteIfExists(file);
        Files.createFile(file, ownersOnly(file));
        Files.writeString(file, secret + "\n");
        return new AdminToken(secret, true);
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** What a person needs to use it. */
    String explained(Path file, int gatewayPort) {
        return "Admins show this token, which is kept in " + file + ": " + secret
                + "\n  curl -H \"Authorization: Bearer " + secret + "\" http://127.0.0.1:" + gatewayPort
                + "/api/v1/admin/acts";
    }

    /** A secret stays out of logs. */
    @Override
    public String toString() {
        return "AdminToken[isNew=" + isNew + "]";
    }
}
