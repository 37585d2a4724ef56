package io.battlescope.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Hull;
import io.battlescope.simulator.ship.HullClass;
import io.battlescope.simulator.war.Kill;
import io.battlescope.simulator.war.Shooter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against hashes of real killmails. */
class HashesTest {

    @Test
    void aPilotIsKilledByAPilot() {
        assertThat(hash(2_116_732_598, 2_112_331_481, 670, "2021-11-28T08:20:15Z"))
                .isEqualTo("40927afbed39223adab0f64dce2e4746ad4fd00f");
        assertThat(hash(2_119_387_813, 2_117_973_171, 16_236, "2021-11-28T08:20:15Z"))
                .isEqualTo("8fff162a17ca63dd51751bbde1bb9db5f4870387");
    }

    private static String hash(long victim, long finalBlow, int hull, String time) {
        Kill kill = new Kill(
                null,
                Instant.parse(time).getEpochSecond(),
                1,
                new Pilot(victim, 1, 1, 0, 0),
                new Hull(HullClass.CAPSULE, 'S', hull, 0, 1, ""),
                List.of(new Shooter(new Pilot(finalBlow, 1, 1, 0, 0), 1, 1, 1)),
                0,
                1);
        return Hashes.of(kill);
    }
}
