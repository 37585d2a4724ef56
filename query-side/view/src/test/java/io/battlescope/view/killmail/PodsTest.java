package io.battlescope.view.killmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodsTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final List<Pods.Loss> losses = new ArrayList<>();

    @Test
    void aCapsuleGoesWithTheLatestShipBeforeIt() {
        ship(1, 91, 0);
        ship(2, 91, 300);
        capsule(3, 91, 310);

        Pods pods = new Pods(losses);

        assertThat(pods.podOf(1)).isNull();
        assertThat(pods.podOf(2).killmailId()).isEqualTo(3);
        assertThat(pods.shipOf(3).killmailId()).isEqualTo(2);
    }

    @Test
    void fifteenMinutesAreTheLimitAndTheyAreIncluded() {
        ship(1, 91, 0);
        capsule(2, 91, 900);
        ship(3, 92, 0);
        capsule(4, 92, 901);

        Pods pods = new Pods(losses);

        assertThat(pods.shipOf(2)).isNotNull();
        assertThat(pods.shipOf(4)).isNull();
        assertThat(pods.podOf(3)).isNull();
    }

    @Test
    void aShipHasOneCapsule() {
        ship(1, 91, 0);
        capsule(2, 91, 10);
        capsule(3, 91, 20);

        Pods pods = new Pods(losses);

        assertThat(pods.podOf(1).killmailId()).isEqualTo(2);
        assertThat(pods.shipOf(3)).as("a capsule by itself").isNull();
    }

    @Test
    void inOneSecondTheShipWasFirstWhateverTheIds() {
        capsule(1, 91, 0);
        ship(2, 91, 0);

        assertThat(new Pods(losses).shipOf(1).killmailId()).isEqualTo(2);
    }

    @Test
    void capsulesBeforeTheShipOrOfOthersAreNoneOfIt() {
        capsule(1, 91, 0);
        ship(2, 91, 10);
        capsule(3, 92, 20);

        Pods pods = new Pods(losses.reversed());

        assertThat(pods.podOf(2)).isNull();
        assertThat(pods.shipOf(1)).isNull();
        assertThat(pods.shipOf(3)).isNull();
    }

    private void ship(long killmailId, long pilot, int second) {
        losses.add(new Pods.Loss(killmailId, pilot, NOON.plusSeconds(second), false, BigDecimal.TEN));
    }

    private void capsule(long killmailId, long pilot, int second) {
        losses.add(new Pods.Loss(killmailId, pilot, NOON.plusSeconds(second), true, BigDecimal.ONE));
    }
}
