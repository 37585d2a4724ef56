package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** One of the services that the server plays. */
interface Pages {

    /** @param path below the service's own, beginning with a slash */
    void answer(HttpExchange exchange, String path) throws IOException;
}
