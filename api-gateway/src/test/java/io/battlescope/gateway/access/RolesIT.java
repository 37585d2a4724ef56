package io.battlescope.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.testing.TestInfrastructure;
import io.battlescope.view.fixture.QueryDatabase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every role at every endpoint, as the running gateway maps them. */
class RolesIT {

    private static final List<RequestMethod> READS = List.of(RequestMethod.GET, RequestMethod.HEAD);

    private static QueryDatabase database;
    private static RunningGateway gateway;
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(
                database,
                "--battlescope.topics.prefix=" + TestInfrastructure.running().newTopics(),
                "--battlescope.admin.token=correct horse");
        for (Role role : Role.values()) {
            NewKey made = NewKey.make(role.name(), role, null, "alice", Instant.now());
            AccessIT.store(database, made.key());
            TOKENS.put(role, made.token());
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
        database.close();
    }

    @Test
    void whateverIsForAdminsOrChangesSomethingSaysWhoMay() {
        assertThat(endpoints().toList())
                .filteredOn(one -> one.path().startsWith("/api/v1/admin") || !one.isRead())
                .hasSizeGreaterThan(15)
                .allSatisfy(one -> assertThat(one.only()).as(one.toString()).isNotNull());
    }

    @Test
    void viewersSeeEverythingAndChangeNothing() {
        assertThat(guarded().toList())
                .allSatisfy(one -> assertThat(one.needed() == Role.VIEWER)
                        .as(one.toString())
                        .isEqualTo(one.isRead()));
    }

    @Test
    void whatCannotBeUndoneIsForAdmins() {
        assertThat(guarded().filter(one -> one.needed() == Role.ADMIN).map(Endpoint::toString))
                .contains("POST /api/v1/admin/keys", "DELETE /api/v1/admin/keys/{keyId}");
    }

    @Test
    void everyEndpointRefusesWhoHasALowerRoleAndLetsTheOthersPast() {
        assertThat(guarded().toList()).allSatisfy(one -> {
            Answer anonymous = one.call("");
            assertThat(anonymous.status()).as(one.toString()).isEqualTo(401);
            assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
            for (Role role : Role.values()) {
                Answer answer = one.call(TOKENS.get(role));
                if (role.includes(one.needed())) {
                    assertThat(answer.status()).as(one + " as " + role).isNotIn(401, 403, 500);
                } else {
                    assertThat(answer.status()).as(one + " as " + role).isEqualTo(403);
                    assertThat(answer.json().get("code").asString()).isEqualTo("FORBIDDEN");
                    assertThat(answer.json().get("detail").asString())
                            .contains(one.needed().name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        });
    }

    private static Stream<Endpoint> guarded() {
        return endpoints().filter(one -> one.only() != null);
    }

    private static Stream<Endpoint> endpoints() {
        RequestMappingHandlerMapping mappings =
                gateway.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(one -> one.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> one.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method, path, one.getValue()))));
    }

    private record Endpoint(RequestMethod method, String path, HandlerMethod handler) {

        AdminOnly only() {
            return handler.getMethodAnnotation(AdminOnly.class);
        }

        boolean isRead() {
            return READS.contains(method);
        }

        Role needed() {
            return RoleGuard.needed(only(), method.name());
        }

        /** With nothing that it takes, so that nothing comes of it; streams do not answer who wants JSON. */
        Answer call(String token) {
            String target = path.replaceAll("\\{[^}]+}", "1");
            String[] headers = token.isEmpty()
                    ? new String[] {"Accept", "application/json"}
                    : new String[] {"Accept", "application/json", "Authorization", "Bearer " + token};
            return method == RequestMethod.POST
                    ? gateway.post(target, "{}", headers)
                    : gateway.send(method.name(), target, headers);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
