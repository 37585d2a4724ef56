package io.battlescope.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.gateway.fixture.OrderReader;
import io.battlescope.gateway.fixture.OrderReader.Sent;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.testing.TestInfrastructure;
import io.battlescope.view.access.ApiKey;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.name.JsonNames;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two gateways of one system: one that anybody may read from, and one where reading is closed too. */
class AccessIT {

    private static final String SECRET = "correct horse";
    private static final String KEYS = "/api/v1/admin/keys";
    private static final String ACTS = "/api/v1/admin/acts";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static QueryDatabase database;
    private static Provider provider;
    private static String prefix;
    private static RunningGateway open;
    private static RunningGateway closed;

    private final List<ActOutcome> heard = new ArrayList<>();

    @BeforeAll
    static void start() {
        prefix = TestInfrastructure.running().newTopics();
        database = QueryDatabase.migrated();
        database.battle("b1").insert();
        provider = new Provider();
        open = gateway("--battlescope.gateway.allowed-origins=https://board.example");
        closed = gateway("--battlescope.security.public-reading=false");
        // the first message of a producer takes longest
        await().atMost(Duration.ofSeconds(30))
                .until(() -> make("first", "viewer").status() == 201);
    }

    private static RunningGateway gateway(String setting) {
        return RunningGateway.on(
                database,
                "--battlescope.topics.prefix=" + prefix,
                "--battlescope.admin.token=" + SECRET,
                "--battlescope.security.jwks-url=" + provider.jwksUrl(),
                "--battlescope.security.audience=" + Provider.AUDIENCE,
                setting);
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
        provider.close();
        database.close();
    }

    @Test
    void aKeyIsShownOnceAndItsSecretIsKeptNowhere() {
        try (OrderReader<ApiKeyChanged> changes = OrderReader.ofKeys(prefix);
                OrderReader<ActOutcome> audit = OrderReader.ofAudit(prefix)) {
            Answer made = make("night watch", "operator", "X-Actor", "alice");

            assertThat(made.status()).isEqualTo(201);
            assertThat(made.header("Cache-Control")).isEqualTo("no-store");
            JsonNode key = made.json().get("key");
            String keyId = key.get("keyId").asString();
            assertThat(made.header("Location")).isEqualTo(KEYS + "/" + keyId);
            assertThat(key.get("createdBy").asString()).isEqualTo("alice");
            String token = made.json().get("token").asString();
            assertThat(token).matches("bsk_" + keyId + "_[A-Za-z0-9_-]{43}");

            ApiKeyChanged kept = await().until(
                            () -> changes.poll(200).stream()
                                    .map(Sent::order)
                                    .filter(one -> one.keyId().equals(keyId))
                                    .findFirst()
                                    .orElse(null),
                            one -> one != null);
            assertThat(kept.secretHash()).isEqualTo(Digest.of(token.substring(17)));
            assertThat(kept.toString()).doesNotContain(token.substring(17));
            ActOutcome told = find(audit, "access.key.create", keyId);
            assertThat(told.status()).isEqualTo(ActStatus.DONE);
            assertThat(told.actor()).isEqualTo("alice");
            assertThat(told.role()).isEqualTo(Role.ADMIN);
            assertThat(told.reason()).isEqualTo("On call");
            assertThat(told.after()).containsEntry("role", "operator");
            assertThat(told.toString()).doesNotContain(token.substring(17));
            assertThat(get(open, ACTS, token).status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsWrongWithAKeyThatIsWantedIsNamed() {
        Answer answer = open.post(
                KEYS,
                "{\"name\": \"<b>\", \"expiresInDays\": 0, \"reason\": \"\"}",
                "Authorization",
                "Bearer " + SECRET);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .get("fieldErrors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("name", "role", "expiresInDays", "reason");
        stored(key("twin", Role.VIEWER));
        assertProblem(make("twin", "viewer"), 409, "KEY_NAME_TAKEN");
        assertProblem(get(open, KEYS + "/nobody", SECRET), 404, "KEY_NOT_FOUND");
        assertProblem(
                open.send("DELETE", KEYS + "/aaaaaaaaaaaa?reason=x", "Authorization", "Bearer " + SECRET),
                404,
                "KEY_NOT_FOUND");
        assertProblem(
                open.send("DELETE", KEYS + "/aaaaaaaaaaaa", "Authorization", "Bearer " + SECRET),
                400,
                "PARAMETER_INVALID");
    }

    @Test
    void aKeyThatIsRevokedIsRefusedAtOnceHereAndSoonElsewhere() {
        NewKey made = key("leaked", Role.VIEWER);
        stored(made);
        assertThat(get(open, ACTS, made.token()).status()).isEqualTo(200);
        assertThat(get(closed, ACTS, made.token()).status()).isEqualTo(200);

        String path = KEYS + "/" + made.key().keyId() + "?reason=Leaked";
        Answer revoked = open.send("DELETE", path, "Authorization", "Bearer " + SECRET);

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.json().get("revokedAt").isNull()).isFalse();
        assertProblem(get(open, ACTS, made.token()), 401, "UNAUTHORIZED");
        // what the projection does
        database.asOwner()
                .sql("update api_key set revoked_at = now(), changed_at = now() where key_id = :id")
                .param("id", made.key().keyId())
                .update();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertProblem(get(closed, ACTS, made.token()), 401, "UNAUTHORIZED"));
        assertThat(open.send("DELETE", path, "Authorization", "Bearer " + SECRET)
                        .status())
                .isEqualTo(200);
        assertThat(get(open, KEYS, SECRET).items("name")).contains("leaked");
        assertThat(get(open, KEYS, SECRET).body()).doesNotContain("secret", "Hash");
    }

    @Test
    void anExpiredKeyAndAnUnknownOneAreRefusedWithTheReason() {
        NewKey expired = NewKey.make("old", Role.ADMIN, NOW.minusSeconds(1), "alice", NOW.minusSeconds(9));
        stored(expired);

        Answer answer = get(open, ACTS, expired.token());
        assertProblem(answer, 401, "UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().get("detail").asString()).contains("expired");
        assertProblem(get(open, ACTS, key("nobody", Role.ADMIN).token()), 401, "UNAUTHORIZED");
    }

    @Test
    void whoHasAKeyOrATokenOfTheirOwnIsWhoTheyAreWhateverTheySay() {
        NewKey operator = key("robot", Role.OPERATOR);
        stored(operator);
        try (OrderReader<BattleOrder> orders = OrderReader.ofBattles(prefix)) {
            recluster(operator.token(), "robot-1");
            recluster(Provider.signed(provider.key(), Provider.claims().build()), "jwt-1");

            List<String> actors = new ArrayList<>();
            await().until(() -> {
                orders.poll(200).forEach(sent -> actors.add(sent.order().actor()));
                return actors.size() >= 2;
            });
            assertThat(actors).containsExactlyInAnyOrder("robot", "alice");
        }
    }

    private static void recluster(String token, String actId) {
        Answer answer = open.post(
                "/api/v1/admin/recluster",
                "{\"systemId\": 30001155, \"dryRun\": true, \"reason\": \"New gap\"}",
                "Authorization",
                "Bearer " + token,
                "X-Actor",
                "mallory",
                "Idempotency-Key",
                actId);
        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void whereReadingIsClosedAnybodyReadsTheContractAndTheStatusAndViewersTheRest() {
        NewKey viewer = key("board", Role.VIEWER);
        stored(viewer);

        for (String path : List.of("/api/v1/battles", "/api/v1/killmails/recent", "/api/v1/status/completeness")) {
            assertProblem(closed.get(path), 401, "UNAUTHORIZED");
            assertThat(get(closed, path, viewer.token()).status()).as(path).isEqualTo(200);
            assertThat(open.get(path).status()).as(path).isEqualTo(200);
        }
        assertProblem(closed.get("/nothing"), 401, "UNAUTHORIZED");
        for (String path : List.of(
                "/openapi.json", "/api/v1/openapi.json", "/docs/index.html", "/docs/problems.html", "/api/v1/status")) {
            assertThat(closed.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void afterTenWrongTokensNoOtherIsLookedAtFromThereOnAnyGatewayButWhoWasKnownGoesOn() {
        RunningGateway here = open.fromElsewhere();
        assertThat(get(here, ACTS, SECRET).status()).isEqualTo(200);
        for (int wrong = 0; wrong < FailedLogins.ALLOWED; wrong++) {
            assertProblem(get(here, ACTS, "guess " + wrong), 401, "UNAUTHORIZED");
        }

        NewKey unseen = key("right but unseen", Role.VIEWER);
        stored(unseen);
        Answer refused = get(here, ACTS, unseen.token());
        assertProblem(refused, 429, "TOO_MANY_FAILED_LOGINS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertProblem(get(closed.from(here), ACTS, SECRET), 429, "TOO_MANY_FAILED_LOGINS");
        assertThat(get(here, ACTS, SECRET).status()).isEqualTo(200);
        assertThat(get(open.fromElsewhere(), ACTS, unseen.token()).status()).isEqualTo(200);
        assertThat(here.get("/api/v1/battles").status()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedIsToldToTheAuditWithoutAnythingSecret() {
        NewKey viewer = key("curious", Role.VIEWER);
        stored(viewer);
        RunningGateway stranger = open.fromElsewhere();
        try (OrderReader<ActOutcome> audit = OrderReader.ofAudit(prefix)) {
            get(stranger, "/api/v1/admin/audit?actor=stranger", "a guess at the secret");
            post(stranger, "recluster", viewer.token());
            post(stranger, "rulesets", SECRET);

            ActOutcome login = find(audit, "access.login", "GET /api/v1/admin/audit");
            assertThat(login.status()).isEqualTo(ActStatus.REFUSED);
            assertThat(login.code()).isEqualTo("UNAUTHORIZED");
            assertThat(login.actor()).startsWith("anonymous from 127.0.1.");
            assertThat(login.role()).isNull();
            assertThat(login.toString()).doesNotContain("guess", "stranger");
            ActOutcome forbidden = find(audit, "access.request", "POST /api/v1/admin/recluster");
            assertThat(forbidden.code()).isEqualTo("FORBIDDEN");
            assertThat(forbidden.actor()).isEqualTo("curious");
            assertThat(forbidden.role()).isEqualTo(Role.VIEWER);
            assertThat(forbidden.detail()).contains("operator");
            ActOutcome invalid = find(audit, "access.request", "POST /api/v1/admin/rulesets");
            assertThat(invalid.code()).isEqualTo("PARAMETER_INVALID");
            assertThat(invalid.actor()).isEqualTo("admin");
            assertThat(invalid.detail()).contains("reason is missing");
        }
    }

    @Test
    void aStrangerCannotFillTheAudit() {
        RunningGateway stranger = open.fromElsewhere();
        for (int request = 0; request < 12; request++) {
            stranger.send("DELETE", "/api/v1/battles/flood");
        }
        post(open, "completeness/compare", SECRET);
        try (OrderReader<ActOutcome> audit = OrderReader.ofAudit(prefix)) {
            List<ActOutcome> all = new ArrayList<>();
            await().until(() -> {
                audit.poll(200).forEach(sent -> all.add(sent.order()));
                return all.stream().anyMatch(one -> one.target().endsWith("/completeness/compare"));
            });
            assertThat(all).filteredOn(one -> one.target().endsWith("/flood")).hasSize(10);
            assertThat(all)
                    .filteredOn(one -> one.figures().getOrDefault("leftOutBefore", 0L) >= 2)
                    .isNotEmpty();
        }
    }

    @Test
    void browsersOfListedOriginsAreAnsweredBeforeTheyShowAToken() {
        Answer asked = open.send(
                "OPTIONS",
                "/api/v1/admin/recluster",
                "Origin",
                "https://board.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("authorization");
        Answer refused = open.get(ACTS, "Origin", "https://board.example");
        assertProblem(refused, 401, "UNAUTHORIZED");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://board.example");
    }

    @Test
    void aRevocationThatTheAuditMayHaveMissedIsToldOnceMore() {
        NewKey made = key("leaked", Role.VIEWER);
        ApiKey revoked = NewKey.revoked(made.key(), "admin", NOW);
        stored(made);
        database.asOwner()
                .sql("update api_key set revoked_by = 'admin', revoked_at = :at, changed_at = :at where key_id = :id")
                .param("at", time(NOW))
                .param("id", revoked.keyId())
                .update();
        try (OrderReader<ActOutcome> audit = OrderReader.ofAudit(prefix)) {
            String path = KEYS + "/" + revoked.keyId() + "?reason=Again";
            assertThat(open.send("DELETE", path, "Authorization", "Bearer " + SECRET)
                            .status())
                    .isEqualTo(200);
            assertThat(open.send("DELETE", path, "Authorization", "Bearer " + SECRET)
                            .status())
                    .isEqualTo(200);

            List<ActOutcome> told = new ArrayList<>();
            await().until(() -> {
                audit.poll(200).stream()
                        .map(Sent::order)
                        .filter(one -> is(one, "access.key.revoke", revoked.keyId()))
                        .forEach(told::add);
                return told.size() == 2;
            });
            assertThat(told.getFirst()).isEqualTo(told.getLast());
            assertThat(told.getFirst().decidedAt()).isEqualTo(NOW);
            assertThat(told.getFirst().actor()).isEqualTo("admin");
        }
    }

    /** In whatever order they come. */
    private ActOutcome find(OrderReader<ActOutcome> audit, String what, String target) {
        await().until(() -> {
            audit.poll(200).stream().map(Sent::order).forEach(heard::add);
            return heard.stream().anyMatch(one -> is(one, what, target));
        });
        return heard.stream().filter(one -> is(one, what, target)).findFirst().orElseThrow();
    }

    private static boolean is(ActOutcome one, String what, String target) {
        return one.what().equals(what) && one.target().equals(target);
    }

    private static Answer make(String name, String role, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + SECRET));
        all.addAll(Arrays.asList(headers));
        return open.post(
                KEYS,
                "{\"name\": \"%s\", \"role\": \"%s\", \"reason\": \"On call\"}".formatted(name, role),
                all.toArray(String[]::new));
    }

    private static Answer get(RunningGateway gateway, String path, String token) {
        return gateway.get(path, "Authorization", "Bearer " + token);
    }

    private static void post(RunningGateway gateway, String path, String token) {
        gateway.post("/api/v1/admin/" + path, "{}", "Authorization", "Bearer " + token);
    }

    private static NewKey key(String name, Role role) {
        return NewKey.make(name, role, null, "alice", NOW);
    }

    /** As the projection does it. */
    private static void stored(NewKey made) {
        store(database, made.key());
    }

    static void store(QueryDatabase database, ApiKey key) {
        database.asOwner()
                .sql(
                        "insert into api_key (key_id, name, role, secret_hash, created_by, created_at, expires_at, changed_at)"
                                + " values (:id, :name, :role, :hash, :by, :created, :expires, :created)")
                .param("id", key.keyId())
                .param("name", key.name())
                .param("role", JsonNames.of(key.role()))
                .param("hash", key.secretHash())
                .param("by", key.createdBy())
                .param("created", time(key.createdAt()))
                .param("expires", time(key.expiresAt()))
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }
}
