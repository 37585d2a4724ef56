package io.battlescope.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.local.process.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path directory;

    @Test
    void directoryWithForeignFilesIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("thesis.tex"), "");
        Home home = new Home(directory);

        assertThatThrownBy(home::create).isInstanceOf(SetupException.class).hasMessageContaining("not BattleScope's");
        assertThat(new ResetCommand(home, true).run()).isZero();
        assertThat(directory.resolve("thesis.tex")).exists();
    }

    @Test
    void resetDeletesOwnFilesAndNothingElse() throws IOException {
        Home home = new Home(directory.resolve("data"));
        home.create();
        Files.writeString(home.log("ingestion"), "x");
        Files.writeString(home.directory().resolve("put here later"), "");

        new ResetCommand(home, true).run();

        assertThat(home.directory()).isDirectoryContaining(path -> path.endsWith("put here later"));
        assertThat(home.logs()).doesNotExist();
        assertThat(home.isOurs()).isFalse();
    }

    @Test
    void logsAreRotatedAndTheOldestForgotten() throws IOException {
        Home home = new Home(directory.resolve("data"));
        home.create();
        for (int start = 1; start <= 6; start++) {
            home.rotateLogs(List.of("kafka"));
            Files.writeString(home.log("kafka"), "start " + start);
        }

        assertThat(home.log("kafka")).hasContent("start 6");
        assertThat(home.logs().resolve("kafka.log.3")).hasContent("start 3");
        assertThat(home.logs().resolve("kafka.log.4")).doesNotExist();
    }

    @Test
    void fileInPlaceOfTheDirectoryIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new Home(file).create()).hasMessageContaining("is not a directory");
    }
}
