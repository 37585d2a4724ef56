package io.battlescope.testing;

import io.battlescope.local.process.Ports;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What the process that holds the servers says of itself once they answer. */
record Announcement(long holder, int postgres, int kafka, int redis) {

    /** Empty when nothing is announced, or nothing answers any more. */
    static Optional<Announcement> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Ports ports = Ports.remembered(file);
        Announcement announcement = new Announcement(
                Long.parseLong(properties.getProperty("pid")),
                ports.of("postgres"),
                ports.of("kafka"),
                ports.of("redis"));
        return announcement.answers() ? Optional.of(announcement) : Optional.empty();
    }

    private boolean answers() {
        return ProcessHandle.of(holder).filter(ProcessHandle::isAlive).isPresent()
                && answers(postgres)
                && answers(kafka)
                && answers(redis);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
