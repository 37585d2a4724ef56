package io.battlescope.local.process;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on 127.0.0.1, chosen once and remembered, chosen again only when somebody else has taken one. */
public final class Ports {

    /** Below the range from which systems take ports for outgoing connections, which would come and go. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final Map<String, Integer> byName;

    private Ports(Map<String, Integer> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** To be called while none of the own processes holds a port. */
    public static Ports settle(Path file, List<String> names) throws IOException {
        Map<String, Integer> remembered = read(file);
        Map<String, Integer> settled = new HashMap<>();
        Set<Integer> given = new HashSet<>();
        for (String name : names) {
            Integer before = remembered.get(name);
            int port = before != null && !given.contains(before) && isFree(before) ? before : choose(given);
            given.add(port);
            settled.put(name, port);
        }
        if (!settled.equals(remembered)) {
            write(file, settled);
        }
        return new Ports(settled);
    }

    /** What was settled before, without looking whether the ports are free. */
    public static Ports remembered(Path file) throws IOException {
        return new Ports(read(file));
    }

    public int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No port was settled for " + name + ".");
        }
        return port;
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int choose(Set<Integer> given) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!given.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new SetupException("No free port was found on 127.0.0.1 between " + LOWEST + " and " + HIGHEST + ".");
    }

    private static Map<String, Integer> read(Path file) throws IOException {
        Map<String, Integer> ports = new HashMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            for (String name : properties.stringPropertyNames()) {
                String port = properties.getProperty(name).strip();
                if (port.matches("\\d{1,5}")) {
                    ports.put(name, Integer.parseInt(port));
                }
            }
        }
        return ports;
    }

    private static void write(Path file, Map<String, Integer> ports) throws IOException {
        Files.createDirectories(file.getParent());
        Properties properties = new Properties();
        ports.forEach((name, port) -> properties.setProperty(name, Integer.toString(port)));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
