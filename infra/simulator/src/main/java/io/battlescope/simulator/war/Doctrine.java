package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.ship.Catalogue;
import io.battlescope.simulator.ship.Hull;
import io.battlescope.simulator.ship.HullClass;
import java.util.List;

/**
 * What a fleet flies: most in the main hull, a part of it in support.
 *
 * @param main names, of which a fleet takes one
 * @param support classes that fill the rest
 */
record Doctrine(List<String> main, List<HullClass> support, int supportPercent) {

    private static final List<HullClass> SHIELD = List.of(
            HullClass.LOGISTICS,
            HullClass.LOGISTICS,
            HullClass.INTERDICTOR,
            HullClass.COMMAND,
            HullClass.EWAR,
            HullClass.HICTOR);
    private static final List<HullClass> LIGHT =
            List.of(HullClass.LOGIFRIGATE, HullClass.INTERDICTOR, HullClass.INTERCEPTOR, HullClass.EWAR);
    private static final List<HullClass> HEAVY = List.of(
            HullClass.FAX,
            HullClass.LOGISTICS,
            HullClass.INTERDICTOR,
            HullClass.CARRIER,
            HullClass.HICTOR,
            HullClass.SUPERCARRIER);

    static final List<Doctrine> FLEETS = List.of(
            new Doctrine(List.of("Muninn"), SHIELD, 30),
            new Doctrine(List.of("Eagle"), SHIELD, 30),
            new Doctrine(List.of("Cerberus"), SHIELD, 28),
            new Doctrine(List.of("Ferox"), SHIELD, 30),
            new Doctrine(List.of("Hurricane", "Drake"), SHIELD, 28),
            new Doctrine(List.of("Zealot", "Sacrilege"), SHIELD, 30),
            new Doctrine(List.of("Ishtar"), SHIELD, 25),
            new Doctrine(List.of("Loki", "Proteus", "Legion", "Tengu"), SHIELD, 30),
            new Doctrine(List.of("Megathron", "Abaddon", "Apocalypse"), SHIELD, 30),
            new Doctrine(List.of("Maelstrom", "Rokh", "Raven"), SHIELD, 30),
            new Doctrine(List.of("Machariel", "Nightmare"), SHIELD, 25),
            new Doctrine(List.of("Tornado", "Naga"), LIGHT, 20),
            new Doctrine(List.of("Hound", "Manticore", "Purifier", "Nemesis"), LIGHT, 10),
            new Doctrine(List.of("Caracal", "Thorax", "Rupture"), LIGHT, 30),
            new Doctrine(List.of("Jackdaw", "Svipul", "Hecate"), LIGHT, 25));

    static final List<Doctrine> CAPITALS =
            List.of(new Doctrine(List.of("Naglfar", "Moros", "Revelation", "Phoenix"), HEAVY, 45));

    static final List<Doctrine> GANGS = List.of(
            new Doctrine(List.of("Orthrus", "Gila", "Stratios", "Vexor"), LIGHT, 35),
            new Doctrine(List.of("Kikimora", "Thrasher", "Cormorant", "Confessor"), LIGHT, 25),
            new Doctrine(List.of("Caracal", "Omen", "Stabber", "Moa"), LIGHT, 30),
            new Doctrine(List.of("Rifter", "Merlin", "Incursus", "Tristan", "Kestrel", "Dramiel"), LIGHT, 15),
            new Doctrine(List.of("Loki", "Tengu", "Proteus"), LIGHT, 40),
            new Doctrine(List.of("Brutix", "Hurricane", "Myrmidon", "Drekavac"), LIGHT, 30));

    Hull hull(Catalogue catalogue, Dice dice) {
        return dice.percent(supportPercent)
                ? catalogue.any(dice.of(support), dice)
                : catalogue.named(main.get(Math.min(main.size() - 1, dice.below(main.size() + 1) / 2)));
    }
}
