package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Alliance;
import io.battlescope.simulator.people.Corporation;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ships that fly together, until they are lost. */
final class Fleet {

    final Side side;
    final long arrives;
    final List<Craft> alive;
    /** Above 100 for who dies more often than its numbers say. */
    final int weakness;

    Fleet(Side side, long arrives, int weakness, List<Craft> alive) {
        this.side = side;
        this.arrives = arrives;
        this.weakness = weakness;
        this.alive = new ArrayList<>(alive);
    }

    /** Different pilots of some alliances in the ships of a doctrine; fewer than asked for when there are not so many. */
    static List<Craft> muster(List<Alliance> alliances, Doctrine doctrine, int size, Catalogue catalogue, Dice dice) {
        List<Craft> crafts = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (int attempt = 0; crafts.size() < size && attempt < size * 4; attempt++) {
            Corporation corporation = dice.favourite(dice.of(alliances).corporations());
            Pilot pilot = dice.of(corporation.pilots());
            if (taken.add(pilot.characterId())) {
                crafts.add(new Craft(pilot, doctrine.hull(catalogue, dice)));
            }
        }
        return crafts;
    }

    static List<Craft> muster(Corporation corporation, Doctrine doctrine, int size, Catalogue catalogue, Dice dice) {
        List<Craft> crafts = new ArrayList<>();
        int first = dice.below(corporation.pilots().size());
        for (int i = 0; i < Math.min(size, corporation.pilots().size()); i++) {
            Pilot pilot =
                    corporation.pilots().get((first + i) % corporation.pilots().size());
            crafts.add(new Craft(pilot, doctrine.hull(catalogue, dice)));
        }
        return crafts;
    }
}
