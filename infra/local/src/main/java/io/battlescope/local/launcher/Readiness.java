package io.battlescope.local.launcher;

import io.battlescope.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** When a service counts as started: it has reported under its own pid, and the gateway answers as well. */
final class Readiness {

    private final Home home;
    private final StatusBoard board;
    private final URI gateway;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(Home home, StatusBoard board, int gatewayPort) {
        this.home = home;
        this.board = board;
        this.gateway = URI.create("http://127.0.0.1:" + gatewayPort + "/api/v1/status");
    }

    boolean test(Service service) {
        return service == Service.API_GATEWAY ? answers() : hasReported(service);
    }

    private boolean hasReported(Service service) {
        try {
            return new PidFile(home.run().resolve(service.serviceName() + ".pid"))
                    .process()
                    .flatMap(process -> board.report(service.serviceName(), process.pid()))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        HttpRequest request =
                HttpRequest.newBuilder(gateway).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException startingUp) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
