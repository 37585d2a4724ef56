package io.battlescope.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimPagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"killsPerSecond\": 1e9}", "{\"killsPerSecond\": -1}", "{\"killsPerSecond\": \"fast\"}", "{}"})
    void aRateThatIsNoneIsRefusedAndChangesNothing(String body) throws IOException, InterruptedException {
        try (RunningServer server = new RunningServer(0.2)) {
            double before = server.timeline.rate();

            assertThat(server.send("PUT", "/sim/rate", body).statusCode()).isEqualTo(400);
            assertThat(server.timeline.rate()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 5_000})
    void aRateIsTaken(double rate) throws IOException, InterruptedException {
        try (RunningServer server = new RunningServer(0.2)) {
            assertThat(server.send("PUT", "/sim/rate", "{\"killsPerSecond\": " + rate + "}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.timeline.rate()).isEqualTo(rate);
        }
    }
}
