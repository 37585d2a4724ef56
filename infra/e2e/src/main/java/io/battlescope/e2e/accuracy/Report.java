package io.battlescope.e2e.accuracy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The figures as a page of Markdown. */
final class Report {

    private static final double PERCENT = 100;

    private Report() {}

    static String of(Collection<Fight> fights, Collection<FoundBattle> battles) {
        BattleScore together = BattleScore.of(fights, battles);
        SideScore sides = SideScore.of(fights, battles);
        StringBuilder page = new StringBuilder();
        page.append(String.format(
                Locale.ROOT,
                "%d fights with two losses or more, %d killmails in them; %d battles found.%n%n",
                fights.stream().filter(Fight::isBattle).count(),
                fights.stream()
                        .filter(Fight::isBattle)
                        .mapToLong(fight -> fight.mails().size())
                        .sum(),
                battles.size()));
        page.append(
                "| kind of fight | fights | killmails | pairs: recall | pairs: precision | sides: recall | sides: precision |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (String kind : new TreeSet<>(together.byKind().keySet())) {
            List<Fight> ofKind = fights.stream()
                    .filter(fight -> fight.isBattle() && fight.kind().equals(kind))
                    .toList();
            page.append(row(kind, ofKind, tally(together.byKind(), kind), tally(sides.byKind(), kind)));
        }
        List<Fight> all = fights.stream().filter(Fight::isBattle).toList();
        page.append(row("**all**", all, together.total(), sides.total()));
        page.append("\nWhat came out worst:\n\n");
        List<String> worst = Failures.worst(fights, battles);
        worst.forEach(failure -> page.append("- ").append(failure).append('\n'));
        if (worst.isEmpty()) {
            page.append("nothing: every fight is a battle of its own\n");
        }
        return page.toString();
    }

    private static String row(String kind, List<Fight> fights, Tally together, Tally sides) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s | %s | %s |%n",
                kind.replace('_', ' '),
                fights.size(),
                fights.stream().mapToLong(fight -> fight.mails().size()).sum(),
                percent(together.recall()),
                percent(together.precision()),
                percent(sides.recall()),
                percent(sides.precision()));
    }

    private static Tally tally(Map<String, Tally> tallies, String kind) {
        return tallies.getOrDefault(kind, new Tally());
    }

    private static String percent(double part) {
        return Double.isNaN(part) ? "–" : String.format(Locale.ROOT, "%.1f %%", part * PERCENT);
    }
}
