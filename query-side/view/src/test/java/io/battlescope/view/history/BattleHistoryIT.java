package io.battlescope.view.history;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BattleHistoryIT {

    private static final String OPENED = """
            {"battleId": "b", "systemId": 30000142, "place": {"systemId": 30000142, "spaceType": "kspace"},
             "rule": {"gapSeconds": 900, "minLosses": 2, "minSharedParties": 1}, "openedByKillmailId": 97110002}""";
    private static final String ALICE =
            "{\"battleId\": \"b\", \"systemId\": 1, \"entry\": {\"actId\": \"a1\", \"actor\": \"Alice\","
                    + " \"reason\": \"seen on stream\", \"at\": \"2026-11-01T12:00:00Z\", \"act\": %s}}";

    private static QueryDatabase database;
    private static Answers answers;

    private long sequence;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.clear();
        sequence = 0;
    }

    @Test
    void aBattleTellsHowItCameToBe() {
        told("BattleOpened", OPENED);
        told("KillmailsAttributed", mails(NOON, NOON, NOON.plusSeconds(60)));
        told("SidesDrawn", """
                {"battleId": "b", "systemId": 1, "sideCount": 2, "changes": [
                  {"party": {"kind": "alliance", "id": 99000001}, "sideId": 1, "pinned": false},
                  {"party": {"kind": "alliance", "id": 99000002}, "sideId": 2, "pinned": false}]}""");
        told("BattleAbsorbed", """
                {"battleId": "b", "systemId": 1, "absorbedBattleId": "x", "becauseOfKillmailId": 97110003, "killCount": 3}""");
        told("KillmailsAttributed", mails(NOON.minusSeconds(9000), NOON.minusSeconds(9000)));
        told("KillmailsAttributed", mails(NOON.minusSeconds(9000)));
        told("KillmailsAttributed", mails(NOON.plusSeconds(90)));
        told("KillmailsAttributed", mails(NOON.plusSeconds(90 - 2520)));
        told("KillmailsAttributed", mails(NOON.plusSeconds(90 - 900)));
        told(
                "OverlayChanged",
                ALICE.formatted(
                        "{\"act\": \"pinParty\", \"party\": {\"kind\": \"alliance\", \"id\": 99003581}, \"sideId\": 2}"));
        told("OverlayChanged", ALICE.formatted("{\"act\": \"setTitle\", \"title\": \"Third of Jita\"}"));
        told("OverlayUndone", """
                {"battleId": "b", "systemId": 1, "undoneActId": "a1", "actId": "a2", "actor": "Bob", "reason": "no!",
                 "at": "2026-11-01T12:00:00Z"}""");
        told(
                "RuleAdopted",
                "{\"rule\": {\"gapSeconds\": 600, \"minLosses\": 2, \"minSharedParties\": 1}, \"actId\": \"r\"}");
        told("KillmailsRemoved", removed("excluded"));
        told("KillmailsRemoved", removed("reclustered"));
        told("KillmailsRevalued", """
                {"killmails": [{"killmailId": 5, "occurredAt": "2026-11-01T12:00:00Z", "isk": 1234567.50, "before": 1000}],
                 "totals": %s}""".formatted(totals(NOON)));
        told(
                "BattleEnded",
                "{\"quietSeconds\": 1800, \"feedTime\": \"2026-11-01T13:00:00Z\", \"totals\": " + totals(NOON) + "}");
        told("BattleResumed", "{\"feedTime\": \"2026-11-01T13:00:00Z\", \"totals\": " + totals(NOON) + "}");
        told("BattleMerged", "{\"intoBattleId\": \"y\", \"becauseOfKillmailId\": 97110009}");
        told("BattleReopened", "{\"actId\": \"r\"}");
        told("KillmailsAttributed", mails(NOON.minusSeconds(9000)));
        told("BattleForgotten", "{}");

        assertThat(history())
                .extracting(HistoryEntry::text)
                .containsExactly(
                        "Opened by killmail 97110002.",
                        "Grew by 3 killmails.",
                        "Sides were redrawn: 2 sides, 2 parties moved.",
                        "Took in battle x because killmail 97110003 links both.",
                        "Took over 2 killmails of battle x.",
                        "Took over 1 killmail of battle x.",
                        "A killmail arrived: 1.",
                        "A killmail arrived 42 minutes late: 1.",
                        "A killmail arrived: 1.",
                        "Alice pinned alliance 99003581 to side 2: seen on stream.",
                        "Alice gave it the title “Third of Jita”: seen on stream.",
                        "Act a1 was undone by Bob: no!",
                        "Was clustered anew, with a gap of 10 minutes, 2 losses and 1 shared party at least.",
                        "Killmail 5 was excluded.",
                        "Killmail 5 was taken out, since killmails were clustered anew.",
                        "Killmail 5 is worth 1,234,567.50 ISK, and not 1,000.00 ISK.",
                        "Ended after 30 quiet minutes.",
                        "Is ongoing again: a late kill shows that it had not ended.",
                        "Went into battle y because killmail 97110009 links both.",
                        "Stands on its own again, since killmails were clustered anew.",
                        "A killmail arrived: 1.",
                        "BattleForgotten.");
        assertThat(history())
                .filteredOn(entry -> entry.lateSeconds() != null)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.sequence()).isEqualTo(7);
                    assertThat(entry.lateSeconds()).isEqualTo(2520);
                    assertThat(entry.at()).isEqualTo(NOON.plusSeconds(7));
                    assertThat(entry.data()).containsKeys("killmails", "totals");
                });
    }

    @Test
    void actsCallPartiesByTheirNamesWhereTheyAreKnown() {
        database.named(99003581, "Fraternity.", "FRT").insert();
        database.named(98000077, "Pandemic Legion", "PL").insert();
        told(
                "OverlayChanged",
                ALICE.formatted("{\"act\": \"pinParty\", \"party\": {\"kind\": \"alliance\", \"id\": 99003581},"
                        + " \"withParty\": {\"kind\": \"corporation\", \"id\": 98000077}}"));
        told(
                "OverlayChanged",
                ALICE.formatted(
                        "{\"act\": \"splitByParties\", \"parties\": [{\"kind\": \"alliance\", \"id\": 99003581},"
                                + " {\"kind\": \"character\", \"id\": 91}]}"));

        assertThat(history())
                .extracting(HistoryEntry::text)
                .containsExactly(
                        "Alice pinned alliance Fraternity. to the side of corporation Pandemic Legion: seen on stream.",
                        "Alice cut the battle in two by alliance Fraternity., character 91: seen on stream.");
    }

    @Test
    void pagesFollowTheSequence() {
        IntStream.range(0, 23).forEach(i -> told("BattleReopened", "{}"));
        database.history("other", 0, "BattleReopened", "{}").insert();

        assertThat(answers.pages(5, page -> new FindBattleHistory("b", page), () -> {}))
                .extracting(HistoryEntry::sequence)
                .containsExactlyElementsOf(
                        IntStream.range(0, 23).mapToObj(i -> (long) i).toList());
        assertThat(answers.to(new FindBattleHistory("nobody", PageRequest.first(5)))
                        .items())
                .isEmpty();
    }

    private List<HistoryEntry> history() {
        return answers.to(new FindBattleHistory("b", PageRequest.first(100))).items();
    }

    private void told(String kind, String data) {
        database.history("b", sequence++, kind, data).insert();
    }

    private static String removed(String cause) {
        return """
                {"killmails": [{"killmailId": 5, "occurredAt": "2026-11-01T12:00:00Z"}], "cause": "%s", "actId": "a",
                 "totals": %s}""".formatted(cause, totals(NOON.plusSeconds(90)));
    }

    /** Killmails at these times; the latest kill of the battle is never earlier than the last of them or 90 s after noon. */
    private static String mails(Instant... times) {
        Instant latest = times[times.length - 1].isAfter(NOON) ? times[times.length - 1] : NOON.plusSeconds(90);
        String mails = IntStream.range(0, times.length)
                .mapToObj(i -> "{\"killmailId\": %d, \"occurredAt\": \"%s\", \"isk\": 5.00}".formatted(i + 1, times[i]))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return "{\"killmails\": [%s], \"totals\": %s}".formatted(mails, totals(latest));
    }

    private static String totals(Instant end) {
        return """
                {"killCount": 3, "lossCount": 3, "pilotCount": 5, "iskDestroyed": 15.00, "unvaluedKillCount": 0,
                 "startTime": "2026-11-01T09:00:00Z", "endTime": "%s"}""".formatted(end);
    }
}
