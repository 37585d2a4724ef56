package io.battlescope.local.launcher;

import io.battlescope.local.process.ManagedProcess;
import io.battlescope.local.process.SetupException;
import io.battlescope.local.process.Trees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileLock;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Forgets the data, after asking. */
final class ResetCommand {

    private final Home home;
    private final boolean confirmed;

    ResetCommand(Home home, boolean confirmed) {
        this.home = home;
        this.confirmed = confirmed;
    }

    int run() throws IOException {
        if (!home.isOurs()) {
            Console.say("There are no data of BattleScope under " + home.directory() + ".");
            return 0;
        }
        Optional<FileLock> lock = home.lock();
        List<ManagedProcess> left = ManagedProcess.findAll(home.run());
        if (lock.isEmpty() || !left.isEmpty()) {
            throw new SetupException(
                    "BattleScope runs on " + home.directory() + "; `infra/battlescope stop` it first, then reset.");
        }
        if (!confirmed && !agrees()) {
            Console.say("Nothing was deleted.");
            return 1;
        }
        for (String name : Home.CONTENTS) {
            Path path = home.directory().resolve(name);
            if (!path.equals(home.apps())) {
                Trees.delete(path);
            }
        }
        deleteApps();
        Files.deleteIfExists(home.marker());
        deleteIfEmpty(home.directory());
        Console.say("The data under " + home.directory() + " are deleted.");
        return 0;
    }

    private boolean agrees() throws IOException {
        Console.ask("Delete all battles, killmails and logs under " + home.directory() + "? [y/N] ");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** All but the image that this very process runs from: its classes are still needed. */
    private void deleteApps() throws IOException {
        if (!Files.isDirectory(home.apps())) {
            return;
        }
        try (DirectoryStream<Path> images = Files.newDirectoryStream(home.apps())) {
            for (Path image : images) {
                if (!image.equals(Installation.ownImage())) {
                    Trees.delete(image);
                }
            }
        }
        deleteIfEmpty(home.apps());
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        boolean empty;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            empty = !entries.iterator().hasNext();
        }
        if (empty) {
            Files.delete(directory);
        }
    }
}
