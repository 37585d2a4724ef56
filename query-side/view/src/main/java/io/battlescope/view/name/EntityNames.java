package io.battlescope.view.name;

import io.battlescope.api.killmail.Party;
import io.battlescope.view.JsonRows;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * What the ids of one row are called: characters, corporations, alliances and factions. A statement looks them up together with
 * the row, in a column of its own, so that an answer needs no second statement. What nobody has named yet has no name.
 */
public final class EntityNames {

    private record Entity(String name, String ticker) {}

    /** Nobody is called anything. */
    public static final EntityNames NONE = new EntityNames(Collections.emptySortedMap());

    private final SortedMap<Long, Entity> byId;

    private EntityNames(SortedMap<Long, Entity> byId) {
        this.byId = byId;
    }

    /**
     * The column, called {@code names}. Ids come as one array, for which the planner walks the index however many it expects;
     * with a query it would join the whole table.
     *
     * @param ids an array in SQL
     */
    public static String column(String ids) {
        return "(select json_agg(json_build_array(e.entity_id, e.name, e.ticker)) from entity e where e.entity_id = any("
                + ids + ")) as names";
    }

    /** Reads the column; where no id is known it is {@code null}. */
    public static EntityNames read(ResultSet row) throws SQLException {
        String known = row.getString("names");
        if (known == null) {
            return NONE;
        }
        SortedMap<Long, Entity> byId = new TreeMap<>();
        JsonRows.read(known, Function.identity())
                .forEach(entity -> byId.put(entity.id(0), new Entity(entity.text(1), entity.text(2))));
        return new EntityNames(byId);
    }

    /** {@code null} for what nobody has named yet, and for no id. */
    public String name(Long id) {
        Entity entity = known(id);
        return entity == null ? null : entity.name();
    }

    /** {@code null} likewise, and for what has no ticker. */
    public String ticker(Long id) {
        Entity entity = known(id);
        return entity == null ? null : entity.ticker();
    }

    private Entity known(Long id) {
        return id == null ? null : byId.get(id);
    }

    /** The same party with what it is called; {@code null} for none. */
    public NamedParty party(Party party) {
        return party == null ? null : new NamedParty(party.kind(), party.id(), name(party.id()), ticker(party.id()));
    }

    public Combatant combatant(Long characterId, Long corporationId, Long allianceId, Party party) {
        return new Combatant(
                characterId,
                name(characterId),
                corporationId,
                name(corporationId),
                ticker(corporationId),
                allianceId,
                name(allianceId),
                ticker(allianceId),
                party(party));
    }

    /**
     * A text that is another one when any of the names is; for entity tags, because a name that comes later changes no version.
     * It is empty while no name is known.
     */
    public String fingerprint() {
        if (byId.isEmpty()) {
            return "";
        }
        CRC32C sum = new CRC32C();
        byId.forEach((id, entity) -> sum.update(
                (id + "\n" + entity.name() + "\n" + entity.ticker() + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toString(sum.getValue(), Character.MAX_RADIX);
    }
}
