package io.battlescope.view.act;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks a battle up by its id, shown or not. */
public final class ActTargetHandler {

    private final JdbcClient jdbc;

    public ActTargetHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<ActTarget> handle(FindActTarget question) {
        return jdbc.sql("select battle_id, system_id, merged_into from battle where battle_id = :battleId")
                .param("battleId", question.battleId())
                .query((row, number) -> new ActTarget(
                        row.getString("battle_id"), row.getInt("system_id"), row.getString("merged_into")))
                .optional();
    }
}
