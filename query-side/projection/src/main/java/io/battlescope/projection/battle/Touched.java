package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an event of a battle is about: the battle, others that it names, and every killmail that it places, removes or values. */
final class Touched {

    private Touched() {}

    static Set<String> by(BattleEvent event) {
        Set<String> touched = new TreeSet<>();
        touched.add(event.battleId());
        switch (event) {
            case KillmailsAttributed attributed -> add(touched, attributed.killmails().stream());
            case KillmailsRemoved removed -> add(touched, removed.killmails().stream());
            case KillmailsRevalued revalued ->
                add(touched, revalued.revaluations().stream().map(KillmailsRevalued.Revaluation::killmail));
            case BattleAbsorbed absorbed -> touched.add(absorbed.absorbedBattleId());
            case BattleMerged merged -> touched.add(merged.intoBattleId());
            default -> {}
        }
        return touched;
    }

    private static void add(Set<String> touched, Stream<BattleKillmail> mails) {
        mails.forEach(mail -> touched.add(killmail(mail.killmailId())));
    }

    static String killmail(long killmailId) {
        return "killmail " + killmailId;
    }
}
