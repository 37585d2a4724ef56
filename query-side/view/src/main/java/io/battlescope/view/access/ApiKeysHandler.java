package io.battlescope.view.access;

import io.battlescope.api.access.Role;
import io.battlescope.view.Rows;
import io.battlescope.view.name.JsonNames;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds keys. */
public final class ApiKeysHandler {

    private static final String SELECT = "select * from api_key";
    private static final Map<String, Role> ROLES = JsonNames.byName(Role.values());

    private final JdbcClient jdbc;

    public ApiKeysHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<ApiKey> handle(FindApiKey question) {
        return jdbc.sql(SELECT + " where key_id = :keyId")
                .param("keyId", question.keyId())
                .query(ApiKeysHandler::read)
                .optional();
    }

    @QueryHandler
    public Optional<ApiKey> handle(FindGoodKeyOfName question) {
        return jdbc.sql(
                        SELECT
                                + " where name = :name and revoked_at is null and (expires_at is null or expires_at > :at) limit 1")
                .param("name", question.name())
                .param("at", Rows.parameter(question.at()))
                .query(ApiKeysHandler::read)
                .optional();
    }

    @QueryHandler
    public Page<ApiKey> handle(FindApiKeys question) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("rows", question.page().rows()));
        String where = question.page()
                .after()
                .map(position -> {
                    position.requireKeys(2);
                    parameters.put("createdAt", Rows.parameter(position.instant(0)));
                    parameters.put("keyId", position.id(1));
                    return " where (created_at, key_id) < (:createdAt, :keyId)";
                })
                .orElse("");
        List<ApiKey> found = jdbc.sql(SELECT + where + " order by created_at desc, key_id desc limit :rows")
                .params(parameters)
                .query(ApiKeysHandler::read)
                .list();
        return Page.cut(found, question.page().limit(), key -> Position.of(key.createdAt(), key.keyId()));
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("key_id"),
                row.getString("name"),
                ROLES.get(row.getString("role")),
                row.getString("secret_hash"),
                row.getString("created_by"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                row.getString("revoked_by"),
                Rows.instant(row, "revoked_at"),
                Rows.instant(row, "changed_at"));
    }
}
