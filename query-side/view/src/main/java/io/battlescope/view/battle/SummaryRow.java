package io.battlescope.view.battle;

import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.side.PartyRows;
import io.battlescope.view.side.SideShares;
import io.battlescope.view.side.SidesAtAGlance;
import io.battlescope.view.side.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** Turns a row of the list into a summary. Totals and what the sides are counted from come in one row, so they fit. */
final class SummaryRow implements RowMapper<BattleSummary> {

    static final String COLUMNS = String.join(
            ", ",
            SideSql.STANDS,
            SideSql.PILOTS,
            SideSql.LOSSES_OF_EACH,
            SideSql.FIRE_OF_EACH,
            EntityNames.column("array(" + SideSql.PARTIES + ")"));

    private final BattleRow header;

    SummaryRow(Names names) {
        this.header = new BattleRow(names);
    }

    @Override
    public BattleSummary mapRow(ResultSet row, int number) throws SQLException {
        BattleHeader battle = header.mapRow(row, number);
        Standing standing = new Standing(SideSql.stands(row));
        PartyRows rows = SideSql.parties(row);
        SideShares shares = new SideShares(battle.whole(), standing.sides());
        SideSql.fire(row).forEach(shares::fired);
        rows.shares().forEach(share -> shares.add(standing.sideOf(share.partyId()), share.share()));
        SidesAtAGlance sides =
                SidesAtAGlance.of(standing, rows.parties(), shares, battle.valued(), EntityNames.read(row));
        return new BattleSummary(battle, sides.sides(), sides.unassigned());
    }
}
