package io.battlescope.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.local.process.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {

    @TempDir
    private Path directory;

    @Test
    void isMadeUpOnceAndKeptForItsOwnerAlone() throws IOException {
        Path file = directory.resolve("admin-token");

        AdminToken first = AdminToken.settle(file, Map.of());
        AdminToken second = AdminToken.settle(file, Map.of());

        assertThat(first.isNew()).isTrue();
        assertThat(first.secret()).matches("[A-Za-z0-9_-]{32}");
        assertThat(second).isEqualTo(new AdminToken(first.secret(), false));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(AdminToken.settle(directory.resolve("another"), Map.of()).secret())
                .isNotEqualTo(first.secret());
    }

    @Test
    void isWhatTheEnvironmentSays() {
        Path file = directory.resolve("admin-token");

        assertThat(AdminToken.settle(file, Map.of("BATTLESCOPE_ADMIN_TOKEN", " mine ")))
                .isEqualTo(new AdminToken("mine", false));
        assertThat(file).doesNotExist();
    }

    @Test
    void isMadeUpAnewWhereAStartWasCutShort() throws IOException {
        Path file = Files.writeString(directory.resolve("admin-token"), "");

        assertThat(AdminToken.settle(file, Map.of()).isNew()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isToldWithAnExampleAndNeverByChance() {
        AdminToken token = new AdminToken("s3cret", true);

        assertThat(token.explained(Path.of("/data/admin-token"), 8081))
                .contains(
                        "/data/admin-token", "curl -H \"Authorization: Bearer s3cret\" http://127.0.0.1:8081/api/v1/");
        assertThat(token.toString()).doesNotContain("s3cret");
    }

    @Test
    void aPlaceWhereItCannotBeKeptIsNamed() {
        Path file = directory.resolve("missing/admin-token");

        assertThatThrownBy(() -> AdminToken.settle(file, Map.of()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(file.toString());
    }
}
