package io.battlescope.simulator.people;

import io.battlescope.simulator.chance.Dice;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Names and tickers out of word lists; no two groups share one. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Aldren",
            "Anouk",
            "Arvid",
            "Bexi",
            "Bramwell",
            "Calista",
            "Corvin",
            "Dagny",
            "Dorrik",
            "Elowen",
            "Emeric",
            "Fenna",
            "Galen",
            "Grizelda",
            "Hadrian",
            "Halvard",
            "Ilsabet",
            "Imre",
            "Jorunn",
            "Juno",
            "Kasimir",
            "Kestrin",
            "Lazlo",
            "Linnea",
            "Maren",
            "Mordecai",
            "Nadezha",
            "Nils",
            "Odalys",
            "Orsino",
            "Petra",
            "Quillon",
            "Rasmus",
            "Renske",
            "Sabine",
            "Severin",
            "Tamsin",
            "Thaddeus",
            "Ulrika",
            "Vasska",
            "Viggo",
            "Wendeline",
            "Xanthe",
            "Yorick",
            "Zelda",
            "Zoltan");
    private static final List<String> LAST = List.of(
            "Ashgrove",
            "Blackmoor",
            "Brasswhistle",
            "Calder",
            "Coldharbour",
            "Dreadwater",
            "Drexler",
            "Emberfall",
            "Fairweather",
            "Farrow",
            "Gallowglass",
            "Greyhollow",
            "Hexham",
            "Holloway",
            "Ironmonger",
            "Jagerhorn",
            "Karst",
            "Kettleblack",
            "Lanternjaw",
            "Locke",
            "Mistral",
            "Nightshade",
            "Oakhurst",
            "Okonjo",
            "Pennyroyal",
            "Quicksilver",
            "Ravenscar",
            "Redfern",
            "Saltmarsh",
            "Skarsgate",
            "Stormcrow",
            "Tallow",
            "Thornbury",
            "Umberto",
            "Vantongeren",
            "Vesper",
            "Wainwright",
            "Winterbourne",
            "Wolfram",
            "Yarrow",
            "Zimmerlin",
            "Voss",
            "Marchetti",
            "Tanaka-Reyes");
    private static final List<String> STYLE = List.of(
            "Crimson",
            "Silent",
            "Burning",
            "Hollow",
            "Iron",
            "Gilded",
            "Wandering",
            "Broken",
            "Northern",
            "Velvet",
            "Rusty",
            "Midnight",
            "Sovereign",
            "Feral",
            "Last",
            "Drunken",
            "Unpaid",
            "Electric",
            "Obsidian",
            "Pale",
            "Reckless",
            "Second",
            "Borrowed",
            "Forgotten",
            "Sleepless",
            "Amber",
            "Howling",
            "Patient",
            "Overheated",
            "Sunken");
    private static final List<String> BAND = List.of(
            "Lanterns",
            "Accord",
            "Vanguard",
            "Corsairs",
            "Ledger",
            "Horizon",
            "Covenant",
            "Wolves",
            "Syndic",
            "Tide",
            "Choir",
            "Foundry",
            "Pact",
            "Reavers",
            "Mandate",
            "Orchard",
            "Embassy",
            "Tempest",
            "Directive",
            "Concord of Fools",
            "Assembly",
            "Marauders",
            "Pilgrims",
            "Bastion",
            "Protocol",
            "Harvest",
            "Cavalry",
            "Parliament",
            "Nightwatch",
            "Cartel");
    private static final List<String> TRADE = List.of(
            "Heavy Industries",
            "Salvage & Sons",
            "Mining Club",
            "Expeditions",
            "Logistics",
            "Drydocks",
            "Academy",
            "Holdings",
            "Fleet Services",
            "Research",
            "Hunting Lodge",
            "Shipping",
            "Mercantile",
            "Irregulars",
            "Rangers",
            "Privateers",
            "Explorers",
            "Wrecking Company",
            "Flight School",
            "Collective");

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    Names(Dice dice) {
        this.dice = dice;
    }

    String coalition() {
        return unique(() -> "The " + dice.of(STYLE) + " " + dice.of(BAND));
    }

    String alliance() {
        return unique(() -> dice.of(STYLE) + " " + dice.of(BAND) + (dice.percent(15) ? "." : ""));
    }

    String corporation() {
        return unique(() -> dice.percent(50)
                ? dice.of(LAST) + " " + dice.of(TRADE)
                : dice.of(STYLE) + " " + dice.of(LAST) + " " + dice.of(TRADE));
    }

    /** Three to five letters out of the name, filled up by chance until nobody else has them. */
    String ticker(String name) {
        String initials = name.replaceAll("[^A-Za-z ]", "").replaceAll("([A-Za-z])[A-Za-z]* ?", "$1");
        String letters = (initials + name.replaceAll("[^A-Za-z]", "").substring(1)).toUpperCase(Locale.ROOT);
        int[] attempt = {0};
        return unique(() -> {
            String ticker = letters.substring(0, dice.between(3, 5));
            return attempt[0]++ < 4 ? ticker : ticker.substring(0, 3) + dice.below(100);
        });
    }

    /** Always the same for the same character. */
    static String pilot(long characterId) {
        Dice own = Dice.of(characterId, 1);
        String name = own.of(FIRST) + " " + own.of(LAST);
        // names are unique in EVE; players whose name is taken add a number
        return name + " " + roman((int) (Dice.mix(characterId, 2) & 63)).strip();
    }

    private static String roman(int number) {
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return tens[number / 10] + ones[number % 10];
    }

    private String unique(Supplier<String> maker) {
        String name = maker.get();
        while (!taken.add(name)) {
            name = maker.get();
        }
        return name;
    }
}
