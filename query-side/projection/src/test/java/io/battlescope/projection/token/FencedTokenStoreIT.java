package io.battlescope.projection.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.stream.StartTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
