package io.battlescope.e2e.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rule.Hulls;
import io.battlescope.e2e.rule.Mail;
import io.battlescope.e2e.rule.PaperBattle;
import io.battlescope.e2e.rule.PaperBattles;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to come out for what went in.
 *
 * @param lines lines of the feed, whatever they hold
 * @param mails those that the default ruleset accepts, by id
 */
public record Expectation(long lines, Map<Long, Mail> mails, List<PaperBattle> battles) {

    public static Expectation of(long lines, Map<Long, Mail> mails, Hulls hulls) {
        Map<Long, Mail> accepted = mails.values().stream()
                .filter(Mail::isAccepted)
                .collect(Collectors.toMap(Mail::id, Function.identity()));
        return new Expectation(lines, accepted, PaperBattles.among(accepted.values(), hulls));
    }

    /** The same for another number of lines. */
    public Expectation of(long otherLines) {
        return new Expectation(otherLines, mails, battles);
    }

    /** Whether the status says that all of it has gone all the way, and nothing is under way any more. */
    public boolean isReached(JsonNode status) {
        return settled(status) == lines && isHeld(status);
    }

    /** The same, however many lines it took. */
    public boolean isHeld(JsonNode status) {
        JsonNode killmails = status.path("killmails");
        return killmails.path("projected").longValue() == mails.size()
                && killmails.path("inBattles").longValue() == inBattles()
                && status.path("battles").path("killmails").longValue() == inBattles()
                && status.path("battles").path("count").longValue() == battles.size()
                && Stream.of("ingestion", "enrichment", "clustering", "projection")
                        .map(status.path("lagSeconds")::path)
                        .allMatch(lag -> lag.isNumber() && lag.doubleValue() == 0);
    }

    /** Where a system is on the way there, for people. */
    public String progress(JsonNode status) {
        JsonNode killmails = status.path("killmails");
        return "lines " + settled(status) + "/" + lines + ", projected " + killmails.path("projected") + "/"
                + mails.size() + ", in battles " + killmails.path("inBattles") + "/" + inBattles() + ", battles "
                + status.path("battles").path("count") + "/" + battles.size() + ", lag " + status.path("lagSeconds")
                + (status.path("problems").isEmpty() ? "" : ", " + status.path("problems"));
    }

    /** Deliveries that were dealt with, in whatever way. */
    public static long settled(JsonNode status) {
        JsonNode killmails = status.path("killmails");
        return killmails.path("accepted").longValue()
                + killmails.path("duplicates").longValue()
                + killmails.path("revalued").longValue()
                + killmails.path("refused").longValue()
                + killmails.path("quarantined").longValue()
                + killmails.path("cameRight").longValue();
    }

    private long inBattles() {
        return battles.stream().mapToLong(battle -> battle.ids().size()).sum();
    }
}
