package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums over the killmails of battles. */
final class TallyStore {

    /** Killmails in memory at a time: a battle can have 20,000, and a killmail thousands of attackers. */
    private static final int CHUNK = 200;

    private static final List<String> SUMS =
            List.of("battle_participant", "battle_participant_hull", "battle_entity", "battle_pair");

    private static final String NEXT_MAILS = """
            select killmail_id, m.occurred_at, m.received_at, m.victim, m.attackers, k.isk, k.value_source
            from battle_killmail k join battle_mail m using (killmail_id)
            where k.battle_id = ? and killmail_id > ? order by killmail_id limit\s""" + CHUNK;

    private final JdbcTemplate jdbc;

    TallyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** After the killmails: some battles are counted from them. */
    void write(TallyChanges changes) {
        add(changes);
        changes.recounted().forEach(this::recount);
    }

    private void add(TallyChanges sums) {
        BattleUpserts.PARTICIPANTS.write(jdbc, sums.participants());
        BattleUpserts.HULLS.write(jdbc, sums.hulls());
        BattleUpserts.ENTITIES.write(jdbc, sums.entities());
        BattleUpserts.PAIRS.write(jdbc, sums.pairs());
    }

    private void recount(String battleId) {
        SUMS.forEach(table -> jdbc.update("delete from " + table + " where battle_id = ?", battleId));
        List<BattleKillmail> mails = mailsAfter(battleId, 0);
        while (!mails.isEmpty()) {
            add(TallyChanges.of(battleId, mails));
            mails = mailsAfter(battleId, mails.getLast().killmailId());
        }
    }

    private List<BattleKillmail> mailsAfter(String battleId, long killmailId) {
        return jdbc.query(NEXT_MAILS, (row, number) -> StoredMail.read(row), battleId, killmailId);
    }
}
