package io.battlescope.ingestion.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.battlescope.testing.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DatabaseLeaseIT {

    private static final Duration TTL = Duration.ofSeconds(2);

    private static DriverManagerDataSource database;
    private static JdbcTemplate jdbc;

    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final List<DatabaseLease> started = new ArrayList<>();

    @BeforeAll
    static void layOut() {
        TestInfrastructure infrastructure = TestInfrastructure.running();
        database = new DriverManagerDataSource(infrastructure.newDatabase("lease"), infrastructure.databaseOwner(), "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V4__lease_gaps.sql")).execute(database);
        jdbc = new JdbcTemplate(database);
    }

    @BeforeEach
    void forget() {
        jdbc.execute("truncate lease");
    }

    @AfterEach
    void stop() {
        started.forEach(DatabaseLease::stop);
    }

    @Test
    void ofTwoInstancesOneHoldsItAndAnOrderlyEndHandsItOverAtOnce() throws InterruptedException {
        DatabaseLease first = start();
        first.awaitHeld();
        DatabaseLease second = start();
        await().untilAsserted(() -> assertThat(second.holder()).isEqualTo(first.holder()));
        assertThat(second.isHeld()).isFalse();
        expireInAnHour();

        started.remove(first);
        first.stop();

        assertThat(first.isHeld()).isFalse();
        second.awaitHeld();
        assertThat(second.holder()).isNotEqualTo(first.holder());
        assertThat(epoch()).isEqualTo(2);
    }

    @Test
    void theLeaseOfADeadInstanceIsTakenWhenItHasRunOutAndNotBefore() throws InterruptedException {
        jdbc.update("insert into lease values ('feeds', 'dead', 7, clock_timestamp() + interval '1.5 seconds')");
        DatabaseLease lease = start();
        await().untilAsserted(() -> assertThat(lease.holder()).isEqualTo("dead"));
        assertThat(lease.isHeld()).isFalse();

        lease.awaitHeld();

        assertThat(epoch()).isEqualTo(8);
    }

    @Test
    void itIsRenewedForAsLongAsItsOwnerLives() {
        DatabaseLease lease = start();
        await().until(lease::isHeld);
        String granted = expiry();

        await().untilAsserted(() -> assertThat(expiry()).isNotEqualTo(granted));
        assertThat(lease.isHeld()).isTrue();
        assertThat(epoch()).isEqualTo(1);
    }

    @Test
    void whoCannotRenewStopsBelievingBeforeAnotherMayBegin() {
        DatabaseLease lease = start();
        await().until(lease::isHeld);
        try {
            jdbc.execute("alter table lease rename to away");

            await().until(() -> !lease.isHeld());

            assertThat(lease.trouble()).contains("lease");
            assertThat(jdbc.queryForObject("select expires_at > clock_timestamp() from away", Boolean.class))
                    .as("still granted when it was no longer believed in")
                    .isTrue();
        } finally {
            jdbc.execute("alter table away rename to lease");
        }
        await().until(lease::isHeld);
        assertThat(lease.trouble()).isEmpty();
    }

    @Test
    void whoSleptThroughItsLeaseMayNotWriteAnyMore() {
        DatabaseLease sleeper = start();
        await().until(sleeper::isHeld);
        transaction.executeWithoutResult(_ -> assertThatCode(sleeper::check).doesNotThrowAnyException());

        jdbc.update("update lease set owner = 'successor', epoch = epoch + 1");

        transaction.executeWithoutResult(
                _ -> assertThatThrownBy(sleeper::check).isInstanceOf(LeaseLostException.class));
    }

    @Test
    void nobodyTakesItWhileItsOwnerWrites() throws InterruptedException {
        DatabaseLease writer = start();
        await().until(writer::isHeld);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        Thread thief = Thread.ofVirtual().unstarted(() -> {
            writing.countDown();
            jdbc.update("update lease set owner = 'successor', epoch = epoch + 1");
            taken.countDown();
        });

        transaction.executeWithoutResult(_ -> {
            writer.check();
            thief.start();
            await().until(() -> writing.getCount() == 0 && waitsForALock());
            assertThat(taken.getCount()).isEqualTo(1);
        });

        thief.join();
        assertThat(taken.getCount()).isZero();
    }

    private DatabaseLease start() {
        DatabaseLease lease = new DatabaseLease(database, TTL);
        lease.start();
        started.add(lease);
        return lease;
    }

    private static boolean waitsForALock() {
        return jdbc.queryForObject(
                "select exists (select from pg_locks where not granted and locktype in ('tuple', 'transactionid'))",
                Boolean.class);
    }

    private static void expireInAnHour() {
        jdbc.update("update lease set expires_at = clock_timestamp() + interval '1 hour'");
    }

    private static long epoch() {
        return jdbc.queryForObject("select epoch from lease", Long.class);
    }

    private static String expiry() {
        return jdbc.queryForObject("select expires_at::text from lease", String.class);
    }
}
