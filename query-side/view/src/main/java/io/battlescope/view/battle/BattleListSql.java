package io.battlescope.view.battle;

import io.battlescope.view.Rows;
import io.battlescope.view.name.JsonNames;
import io.battlescope.view.page.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statement of the list of battles: only the conditions that were asked for, values always as parameters. The page is found
 * first, and the sides are looked up for its battles alone.
 *
 * @param page the part that finds the page
 */
record BattleListSql(String page, String text, Map<String, Object> parameters) {

    static BattleListSql of(FindBattles question) {
        Conditions conditions = new Conditions();
        conditions.add(question.filter());
        question.page().after().ifPresent(position -> conditions.follow(question.sort(), position));
        conditions.parameters.put("rows", question.page().rows());
        String order = " order by " + question.sort().orderBy();
        String page = "select " + BattleRow.COLUMNS + " from battle b where " + String.join(" and ", conditions.texts)
                + order + " limit :rows";
        String text =
                "with page as materialized (" + page + ") select b.*, " + SummaryRow.COLUMNS + " from page b" + order;
        return new BattleListSql(page, text, conditions.parameters);
    }

    private static final class Conditions {

        private final List<String> texts = new ArrayList<>(List.of(BattleRow.VISIBLE));
        private final Map<String, Object> parameters = new HashMap<>();

        void add(BattleFilter filter) {
            in("b.system_id", "systemIds", filter.systemIds());
            in("b.constellation_id", "constellationIds", filter.constellationIds());
            in("b.region_id", "regionIds", filter.regionIds());
            in("b.space_type", "spaceTypes", names(filter.spaceTypes()));
            in("b.security_band", "securityBands", names(filter.securityBands()));
            filter.entities().forEach(this::tookPart);
            compare("b.kill_count >= ", "minKills", filter.minKills());
            compare("b.pilot_count >= ", "minPilots", filter.minPilots());
            compare("b.isk_destroyed >= ", "minIsk", filter.minIsk());
            if (filter.startedAfter() != null) {
                compare("b.start_time >= ", "startedAfter", Rows.parameter(filter.startedAfter()));
            }
            if (filter.startedBefore() != null) {
                compare("b.start_time < ", "startedBefore", Rows.parameter(filter.startedBefore()));
            }
            in("b.status", "statuses", names(filter.statuses()));
        }

        void follow(BattleSort sort, Position position) {
            texts.add(sort.follows());
            parameters.put("afterKey", sort.keyOf(position));
            parameters.put("afterId", position.id(1));
        }

        private void tookPart(EntityKind kind, Collection<Long> ids) {
            texts.add("exists (select 1 from battle_entity e where e.kind = '" + kind.column()
                    + "' and e.entity_id in (:" + kind.column() + ") and e.battle_id = b.battle_id)");
            parameters.put(kind.column(), ids);
        }

        private void in(String column, String name, Collection<?> values) {
            if (!values.isEmpty()) {
                texts.add(column + " in (:" + name + ")");
                parameters.put(name, values);
            }
        }

        private void compare(String comparison, String name, Object value) {
            if (value != null) {
                texts.add(comparison + ":" + name);
                parameters.put(name, value);
            }
        }

        private static List<String> names(Collection<? extends Enum<?>> values) {
            return values.stream().map(JsonNames::of).toList();
        }
    }
}
