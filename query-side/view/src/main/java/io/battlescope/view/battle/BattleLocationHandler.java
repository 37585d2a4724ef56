package io.battlescope.view.battle;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows mergers to the survivor; a circle, which no history should hold, ends without one instead of never. */
public final class BattleLocationHandler {

    private static final String SQL = """
            with recursive chain as (
                select b.battle_id, b.merged_into, b.loss_count >= b.min_losses as visible
                from battle b where b.battle_id = :battleId
                union all
                select b.battle_id, b.merged_into, b.loss_count >= b.min_losses
                from chain c join battle b on b.battle_id = c.merged_into
            ) cycle battle_id set circular using path
            select battle_id, visible from chain where merged_into is null and not circular
            """;

    private final JdbcClient jdbc;

    public BattleLocationHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<BattleLocation> handle(LocateBattle question) {
        return jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .query((row, number) -> {
                    String battleId = row.getString("battle_id");
                    return new BattleLocation(
                            battleId, !battleId.equals(question.battleId()), row.getBoolean("visible"));
                })
                .optional();
    }
}
