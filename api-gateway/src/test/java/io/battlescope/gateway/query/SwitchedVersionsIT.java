package io.battlescope.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.view.fixture.QueryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both versions hold the same battles, but for the number of pilots, which tells them apart. */
class SwitchedVersionsIT {

    private static final int BATTLES = 40;
    private static final String LIST = "/api/v1/battles?limit=" + BATTLES;
    private static final int READERS = 4;
    private static final int OLD = 4;
    private static final int NEW = 5;

    private static final QueryDatabase database = QueryDatabase.migrated();
    private static RunningGateway gateway;

    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<Integer> latest = new AtomicReference<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        IntStream.range(0, BATTLES)
                .forEach(i -> database.battle("b" + i).with("pilot_count", OLD).insert());
        sql("create schema battles_2");
        sql("create table battles_2.battle (like public.battle including all)");
        // another column in front of the others: a statement that was prepared for the old table would not fit
        sql("alter table battles_2.battle alter column pilot_count type bigint");
        sql("insert into battles_2.battle select * from public.battle");
        sql("update battles_2.battle set pilot_count = " + NEW);
        sql("grant usage on schema battles_2 to battlescope_reader");
        sql("grant select on all tables in schema battles_2 to battlescope_reader");
        sql("insert into projection_version (processor, version, schema_name, layout, state)"
                + " values ('battles', 1, 'public', 1, 'living'), ('battles', 2, 'battles_2', 1, 'building')");
        gateway = RunningGateway.on(database, "--battlescope.gateway.query-timeout=30s");
        // whatever a cold start takes is not what is tried here
        await().atMost(Duration.ofSeconds(60)).until(() -> gateway.get(LIST).status() == 200);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        database.close();
    }

    @Test
    void readers_meet_no_error_and_no_mixture_while_versions_are_switched_and_dropped() throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int reader = 0; reader < READERS; reader++) {
                readers.execute(this::read);
            }
            try {
                switchBackAndForth();
            } finally {
                reading.set(false);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(latest.get()).isEqualTo(NEW);
    }

    private void switchBackAndForth() {
        awaitAll(OLD);
        for (int round = 0; round < 3; round++) {
            makeLiving(2, 1);
            awaitAll(NEW);
            makeLiving(1, 2);
            awaitAll(OLD);
        }
        makeLiving(2, 1);
        awaitAll(NEW);
        // nobody reads it any more, with nothing but the time of the gateway's knowledge and of a statement in between
        sql("truncate public.battle");
        int before = answers.get();
        awaitOrFault(() -> answers.get() > before + 100);
    }

    private void read() {
        while (reading.get()) {
            Answer answer = gateway.get(LIST);
            if (answer.status() != 200) {
                faults.add(answer.body());
                return;
            }
            List<Integer> pilots = answer.json()
                    .get("items")
                    .valueStream()
                    .map(battle -> battle.get("pilotCount").intValue())
                    .toList();
            Set<Integer> versions = pilots.stream().collect(Collectors.toSet());
            if (pilots.size() != BATTLES || versions.size() != 1) {
                faults.add("An answer of " + pilots.size() + " battles of versions " + versions);
            }
            versions.forEach(latest::set);
            answers.incrementAndGet();
        }
    }

    /** Several answers in a row: whatever was on its way before has arrived. */
    private void awaitAll(int version) {
        awaitOrFault(() -> latest.get() != null && latest.get() == version);
        int before = answers.get();
        awaitOrFault(() -> answers.get() > before + 3 * READERS);
        assertThat(latest.get()).isEqualTo(version);
    }

    private void awaitOrFault(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(60)).until(() -> condition.getAsBoolean() || !faults.isEmpty());
        assertThat(faults).isEmpty();
    }

    private static void makeLiving(int version, int instead) {
        sql("do $$ begin"
                + " update projection_version set state = 'kept' where version = " + instead + ";"
                + " update projection_version set state = 'living' where version = " + version + "; end $$");
    }

    private static void sql(String statement) {
        database.asOwner().sql(statement).update();
    }
}
