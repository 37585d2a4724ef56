package io.battlescope.projection.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.stream.StartTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

class FencedTokenStoreIT {

    private static final KafkaTrackingToken START = StartTokens.startOf("t", 1);
    private static final KafkaTrackingToken LATER = token(7);

    private static QueryDb db;
    private static TokenTable table;

    private TokenStore sleeper;

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        table = Tokens.table(db);
    }

    @BeforeEach
    void claim() {
        db.jdbc().execute("truncate token_entry");
        sleeper = Tokens.stores(db, Duration.ofHours(1)).forNextRun();
        db.inTransaction(() -> {
            sleeper.initializeTokenSegments("p", 1, LATER);
            sleeper.fetchToken("p", 0);
        });
    }

    @Test
    void whoever_holds_a_segment_extends_its_claim_and_stores_its_token() {
        db.inTransaction(() -> sleeper.extendClaim("p", 0));
        db.inTransaction(() -> sleeper.storeToken(token(8), "p", 0));

        assertThat(stored().token()).isEqualTo(token(8));
        assertThat(stored().isClaimed(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void whoever_slept_through_a_reset_can_neither_write_its_token_nor_take_its_claim_back() {
        db.inTransaction(() -> {
            table.endClaims("p");
            table.put("p", 0, START);
        });

        assertThatThrownBy(() -> db.inTransaction(() -> sleeper.extendClaim("p", 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> db.inTransaction(() -> sleeper.storeToken(token(8), "p", 0)))
                .isInstanceOf(UnableToClaimTokenException.class);

        assertThat(stored().token()).isEqualTo(START);
        assertThat(stored().owner()).isNull();
    }

    /** As it is when yesterday's database has taken the place of the one that the process knew; the last but one token was 7. */
    @ParameterizedTest
    @ValueSource(longs = {3, 7})
    void whoever_finds_another_token_than_it_left_gives_the_segment_up_and_begins_where_that_one_stands(long restored) {
        db.inTransaction(() -> sleeper.storeToken(token(8), "p", 0));
        assertThat(db.jdbc().update("""
                        update token_entry
                        set token = convert_to(replace(convert_from(token, 'UTF8'), '8', ?), 'UTF8')
                        """, "" + restored)).isEqualTo(1);

        assertThatThrownBy(() -> db.inTransaction(() -> sleeper.extendClaim("p", 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> db.inTransaction(() -> sleeper.storeToken(token(9), "p", 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(stored().token()).isEqualTo(token(restored));

        db.inTransaction(() -> assertThat(sleeper.fetchToken("p", 0)).isEqualTo(token(restored)));
        db.inTransaction(() -> sleeper.storeToken(token(4), "p", 0));
        assertThat(stored().token()).isEqualTo(token(4));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_claim_can_be_extended_while_a_token_is_being_stored_whether_that_is_committed_or_not(boolean commits)
            throws Exception {
        CompletableFuture<Void> extended = new TransactionTemplate(db.transactions()).execute(status -> {
            sleeper.storeToken(token(8), "p", 0);
            CompletableFuture<Void> extension =
                    CompletableFuture.runAsync(() -> db.inTransaction(() -> sleeper.extendClaim("p", 0)));
            awaitWaiting();
            if (!commits) {
                status.setRollbackOnly();
            }
            return extension;
        });

        extended.get(10, TimeUnit.SECONDS);
        assertThat(stored().token()).isEqualTo(commits ? token(8) : LATER);
    }

    /** Until somebody waits for the row. */
    private static void awaitWaiting() {
        await().until(() -> db.count("pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like 'update token_entry%'")
                == 1);
    }

    @Test
    void each_run_of_a_processor_claims_for_itself() {
        TokenStores instance = Tokens.stores(db, Duration.ofHours(1));
        TokenStore before = instance.forNextRun();
        TokenStore now = instance.forNextRun();
        db.inTransaction(() -> sleeper.releaseClaim("p", 0));
        db.inTransaction(() -> before.fetchToken("p", 0));

        assertThatThrownBy(() -> db.inTransaction(() -> now.fetchToken("p", 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(instance.isMine(stored().owner())).isTrue();
        assertThat(Tokens.stores(db, Duration.ofHours(1)).isMine(stored().owner()))
                .isFalse();
    }

    private static StoredToken stored() {
        List<StoredToken> tokens = table.of("p");
        return tokens.getFirst();
    }

    private static KafkaTrackingToken token(long offset) {
        return KafkaTrackingToken.newInstance(Map.of(new TopicPartition("t", 0), offset));
    }
}
