package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays the services on one port of this machine, each below a path of its own. */
public final class Server implements AutoCloseable {

    private static final int BACKLOG = 1_024;

    static {
        // else small answers on kept connections wait 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;

    private Server(HttpServer http, ExecutorService threads) {
        this.http = http;
        this.threads = threads;
    }

    /** @param port 0 for any that is free */
    public static Server start(Simulation simulation, int port) throws IOException {
        History history = new History(simulation);
        Directory directory =
                new Directory(simulation.world().people(), simulation.world().universe());
        Map<String, Pages> services = Map.of(
                "/r2z2", new R2z2Pages(simulation, history),
                "/zkb", new ZkbPages(simulation),
                "/esi", new EsiPages(simulation, directory),
                "/everef", new EverefPages(simulation),
                "/sim", new SimPages(simulation));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        services.forEach((base, pages) -> http.createContext(base, exchange -> answer(exchange, base, pages)));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.start();
        return new Server(http, threads);
    }

    private static void answer(HttpExchange exchange, String base, Pages pages) throws IOException {
        try {
            pages.answer(exchange, exchange.getRequestURI().getPath().substring(base.length()));
        } catch (IOException | RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
