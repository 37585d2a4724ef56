package io.battlescope.view;

import io.battlescope.api.universe.Universe;
import io.battlescope.view.act.ActTargetHandler;
import io.battlescope.view.act.ActsHandler;
import io.battlescope.view.asof.BattleAsOfHandler;
import io.battlescope.view.battle.BattleCompositionHandler;
import io.battlescope.view.battle.BattleDetailHandler;
import io.battlescope.view.battle.BattleListHandler;
import io.battlescope.view.battle.BattleLocationHandler;
import io.battlescope.view.battle.BattleParticipantsHandler;
import io.battlescope.view.battle.BattleTimelineHandler;
import io.battlescope.view.deadletter.DeadEventsHandler;
import io.battlescope.view.deadletter.DeadSequencesHandler;
import io.battlescope.view.feed.BackfillsHandler;
import io.battlescope.view.feed.CompletenessHandler;
import io.battlescope.view.feed.GapsHandler;
import io.battlescope.view.feed.RulesetsHandler;
import io.battlescope.view.history.BattleHistoryHandler;
import io.battlescope.view.killmail.BattleKillmailsHandler;
import io.battlescope.view.killmail.KillmailHandler;
import io.battlescope.view.killmail.RecentKillmailsHandler;
import io.battlescope.view.name.Names;
import io.battlescope.view.processor.ProcessorsHandler;
import io.battlescope.view.progress.DeadLettersHandler;
import io.battlescope.view.progress.ProgressHandler;
import io.battlescope.view.progress.ReadModelCountsHandler;
import io.battlescope.view.rebuild.RebuildsHandler;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All handlers of this module. */
public final class QueryHandlers {

    private QueryHandlers() {}

    /**
     * Subscribes every handler to a bus.
     *
     * @param queryDb connections that find the tables to be read by their unqualified names; a role that can only SELECT is enough
     */
    public static void subscribe(QueryBus bus, DataSource queryDb, Universe universe) {
        over(JdbcClient.create(queryDb), new Names(universe))
                .forEach(handler -> new AnnotationQueryHandlerAdapter<>(handler).subscribe(bus));
    }

    private static List<Object> over(JdbcClient jdbc, Names names) {
        return List.of(
                new BattleListHandler(jdbc, names),
                new BattleDetailHandler(jdbc, names),
                new BattleAsOfHandler(jdbc, names),
                new BattleLocationHandler(jdbc),
                new BattleCompositionHandler(jdbc, names),
                new BattleTimelineHandler(jdbc),
                new BattleHistoryHandler(jdbc),
                new BattleParticipantsHandler(jdbc, names),
                new BattleKillmailsHandler(jdbc, names),
                new RecentKillmailsHandler(jdbc, names),
                new KillmailHandler(jdbc, names),
                new ProgressHandler(jdbc),
                new ReadModelCountsHandler(jdbc),
                new DeadLettersHandler(jdbc),
                new DeadSequencesHandler(jdbc),
                new DeadEventsHandler(jdbc),
                new ActsHandler(jdbc),
                new ActTargetHandler(jdbc),
                new ProcessorsHandler(jdbc),
                new CompletenessHandler(jdbc),
                new GapsHandler(jdbc),
                new BackfillsHandler(jdbc),
                new RulesetsHandler(jdbc),
                new RebuildsHandler(jdbc));
    }
}
