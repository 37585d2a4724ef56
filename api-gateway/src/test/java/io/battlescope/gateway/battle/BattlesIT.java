package io.battlescope.gateway.battle;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.fixture.RandomMails;
import io.battlescope.view.fixture.ToldBattle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BattlesIT {

    private static QueryDatabase database;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(database);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.clear();
    }

    @Test
    void aBattleHasTheFieldsOfTheContractInOrder() {
        database.battle("b1").insert();

        JsonNode battle = gateway.get("/api/v1/battles/b1").json();

        assertThat(battle.propertyNames())
                .containsExactly(
                        "battleId",
                        "title",
                        "systemId",
                        "systemName",
                        "constellationId",
                        "constellationName",
                        "regionId",
                        "regionName",
                        "spaceType",
                        "security",
                        "status",
                        "startTime",
                        "endTime",
                        "durationSeconds",
                        "killCount",
                        "lossCount",
                        "pilotCount",
                        "iskDestroyed",
                        "unvaluedKillCount",
                        "rule",
                        "openedByKillmailId",
                        "version",
                        "sides",
                        "unassigned",
                        "overlay",
                        "timeline",
                        "topLosses");
        assertThat(battle.get("systemName").asString()).isEqualTo("Jita");
        assertThat(battle.get("regionName").asString()).isEqualTo("The Forge");
        assertThat(battle.get("spaceType").asString()).isEqualTo("kspace");
        assertThat(battle.get("security").asString()).isEqualTo("highsec");
        assertThat(battle.get("status").asString()).isEqualTo("ongoing");
        assertThat(battle.get("startTime").asString()).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(battle.get("rule").toString())
                .isEqualTo("{\"gapSeconds\":900,\"minLosses\":2,\"minSharedParties\":1}");
        assertThat(gateway.get("/api/v1/battles/b1").body())
                .contains("\"iskDestroyed\":1000000.00,", "\"sides\":[]")
                .contains("\"unassigned\":{\"killCount\":2,\"lossCount\":2,\"pilotCount\":4,"
                        + "\"iskLost\":1000000.00,\"iskDestroyed\":1000000.00,"
                        + "\"friendlyFire\":{\"killCount\":0,\"iskDestroyed\":0.00},\"parties\":[],\"hulls\":[]}");
    }

    @Test
    void placesThatNobodyKnowsKeepTheirIds() {
        database.battle("b1")
                .with("system_id", 39999999)
                .with("constellation_id", null)
                .with("region_id", null)
                .with("space_type", "unknown")
                .with("security_band", null)
                .with("isk_destroyed", 0)
                .with("unvalued_kill_count", 2)
                .insert();

        JsonNode battle = gateway.get("/api/v1/battles").json().get("items").get(0);

        assertThat(battle.get("systemName").asString()).isEqualTo("39999999");
        assertThat(battle.get("regionName").isNull()).isTrue();
        assertThat(battle.get("security").isNull()).isTrue();
        assertThat(battle.get("iskDestroyed").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "systemId=30002187 | b2",
                "systemId=30002187,30000001 | b2",
                "regionId=10000043 | b2",
                "constellationId=20000322 | b2",
                "spaceType=wormhole | b3",
                "spaceType=wormhole,kspace | b3 b2 b1",
                "security=lowsec | b2",
                "security=low | b2",
                "security=high,low | b2 b1",
                "allianceId=99000001 | b1",
                "corporationId=98000001 | b2",
                "characterId=91 | b3",
                "shipTypeId=587 | b3 b2",
                "shipTypeId=587&characterId=91 | b3",
                "allianceId=99000001&characterId=91 | -",
                "minKills=10 | b2",
                "minPilots=50 | b3",
                "minIsk=1000000.01 | b3",
                "minIsk=1000000 | b3 b1",
                "status=ongoing | b3 b2",
                "status=ended | b1",
                "status=ended,ongoing | b3 b2 b1",
                "startedAfter=2026-11-01T13:00:00Z | b3 b2",
                "startedBefore=2026-11-01T13:00:00Z | b1",
                "startedAfter=2026-11-01T13:00:00%2B01:00&startedBefore=2026-11-01T13:00:01Z | b2 b1",
                "sort=startTime | b1 b2 b3",
                "sort=-startTime | b3 b2 b1",
                "sort=-kills | b2 b3 b1",
                "sort=-pilots | b3 b2 b1",
                "sort=-isk | b3 b1 b2",
                "sort=-endTime | b3 b2 b1",
            })
    void eachFilterLeavesWhatItSays(String query, String expected) {
        database.battle("b1").with("status", "ended").insert();
        database.battle("b2")
                .with("system_id", 30002187)
                .with("constellation_id", 20000322)
                .with("region_id", 10000043)
                .with("security_band", "lowsec")
                .with("kill_count", 10)
                .with("pilot_count", 40)
                .with("isk_destroyed", 5)
                .with("start_time", NOON.plusSeconds(3600))
                .with("end_time", NOON.plusSeconds(3700))
                .insert();
        database.battle("b3")
                .with("system_id", 31000001)
                .with("constellation_id", 21000001)
                .with("region_id", 11000001)
                .with("space_type", "wormhole")
                .with("security_band", null)
                .with("kill_count", 5)
                .with("pilot_count", 50)
                .with("isk_destroyed", 2_000_000)
                .with("start_time", NOON.plusSeconds(7200))
                .with("end_time", NOON.plusSeconds(7300))
                .insert();
        database.entity("alliance", 99000001, "b1").insert();
        database.entity("corporation", 98000001, "b2").insert();
        database.entity("character", 91, "b3").insert();
        database.entity("ship", 587, "b2").insert();
        database.entity("ship", 587, "b3").insert();

        Answer answer = gateway.get("/api/v1/battles?" + query.strip());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(String.join(" ", answer.items("battleId")))
                .isEqualTo(expected.strip().replace("-", ""));
    }

    @Test
    void pagesFollowTheirCursorsToTheEnd() {
        IntStream.range(0, 23)
                .forEach(i -> database.battle("b" + i)
                        .with("end_time", NOON.plusSeconds(i / 3))
                        .insert());

        List<String> seen = pages("/api/v1/battles?limit=5&minKills=1", "battleId");

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        assertThat(gateway.get("/api/v1/battles").items("battleId")).hasSize(20).isEqualTo(seen.subList(0, 20));
        assertThat(gateway.get("/api/v1/battles?limit=23").fields()).containsExactly("items");
    }

    @Test
    void aCursorOfOtherFiltersOrNoneIsRefused() {
        IntStream.range(0, 3).forEach(i -> database.battle("b" + i).insert());
        String cursor = cursor(gateway.get("/api/v1/battles?limit=1"));

        assertThat(gateway.get("/api/v1/battles?limit=2&cursor=" + cursor).items("battleId"))
                .hasSize(2);
        for (String path : List.of(
                "/api/v1/battles?minKills=1&cursor=" + cursor,
                "/api/v1/battles?sort=-kills&cursor=" + cursor,
                "/api/v1/killmails/recent?cursor=" + cursor,
                "/api/v1/battles/b1/killmails?cursor=" + cursor,
                "/api/v1/battles?cursor=nonsense",
                "/api/v1/battles?cursor=" + cursor.substring(3))) {
            assertProblem(gateway.get(path), 400, "CURSOR_INVALID");
        }
    }

    @Test
    void aMergedBattleLeadsToItsSurvivorWithPathAndQuery() {
        database.battle("first").with("merged_into", "second").insert();
        database.battle("second").with("merged_into", "third").insert();
        database.battle("third").insert();
        database.attributed(1, "third").insert();
        database.participant("third", 91).insert();

        assertRedirect("/api/v1/battles/first", "/api/v1/battles/third");
        assertRedirect("/api/v1/battles/second/killmails", "/api/v1/battles/third/killmails");
        assertRedirect("/api/v1/battles/first/killmails?limit=5", "/api/v1/battles/third/killmails?limit=5");
        assertRedirect("/api/v1/battles/first/composition", "/api/v1/battles/third/composition");
        assertRedirect("/api/v1/battles/first/timeline", "/api/v1/battles/third/timeline");
        assertRedirect("/api/v1/battles/first/participants?limit=7", "/api/v1/battles/third/participants?limit=7");
        assertThat(gateway.get("/api/v1/battles/third/killmails?limit=5").status())
                .isEqualTo(200);
    }

    @Test
    void aCursorOutlivesTheMergerOfItsBattle() {
        database.battle("old").insert();
        database.battle("survivor").insert();
        IntStream.rangeClosed(1, 4)
                .forEach(i -> database.attributed(i, "old")
                        .with("occurred_at", NOON.plusSeconds(i))
                        .insert());
        String next = "/killmails?limit=2&cursor=" + cursor(gateway.get("/api/v1/battles/old/killmails?limit=2"));
        database.asOwner()
                .sql("update battle set merged_into = 'survivor' where battle_id = 'old'")
                .update();
        database.asOwner()
                .sql("update battle_killmail set battle_id = 'survivor'")
                .update();

        assertRedirect("/api/v1/battles/old" + next, "/api/v1/battles/survivor" + next);
        assertThat(gateway.get("/api/v1/battles/survivor" + next).items("killmailId"))
                .containsExactly("3", "4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "small", "circle-a", "circle-self", "%00", "a%20b", "x'--"})
    void whatIsNoBattleIsNotFound(String battleId) {
        database.battle("small").with("loss_count", 1).insert();
        database.attributed(1, "small").insert();
        database.battle("circle-a").with("merged_into", "circle-b").insert();
        database.battle("circle-b").with("merged_into", "circle-a").insert();
        database.battle("circle-self").with("merged_into", "circle-self").insert();

        for (String part : List.of("", "/killmails", "/participants", "/composition", "/timeline")) {
            Answer answer = gateway.get("/api/v1/battles/" + battleId + part);
            if (battleId.equals("%00")) {
                assertThat(answer.status()).isBetween(400, 404);
            } else {
                assertProblem(answer, 404, "BATTLE_NOT_FOUND");
            }
        }
    }

    @Test
    void anUnchangedBattleIsNotSentAgain() {
        database.battle("b1").with("version", 7).insert();
        database.killmail(1).insert();
        String tag = gateway.get("/api/v1/battles/b1").header("ETag");

        Answer again = gateway.get("/api/v1/battles/b1", "If-None-Match", tag);

        assertThat(tag).startsWith("W/\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);

        database.asOwner().sql("update battle set version = 8").update();
        for (String part : List.of("", "/composition", "/timeline")) {
            assertThat(gateway.get("/api/v1/battles/b1" + part, "If-None-Match", tag)
                            .status())
                    .isEqualTo(200);
            assertThat(gateway.get("/api/v1/battles/b1" + part, "If-None-Match", "W/\"8\"")
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void aBattleWhosePartiesGotTheirNamesSinceIsSentAgain() {
        Party victims = new Party(PartyKind.CORPORATION, 98000001);
        database.battle("b1").with("version", 7).insert();
        database.side("b1", victims, 1).insert();
        String tag = gateway.get("/api/v1/battles/b1").header("ETag");
        assertThat(tag).isEqualTo("W/\"7\"");

        database.named(victims.id(), "Victims Inc.", "VICT").insert();

        Answer named = gateway.get("/api/v1/battles/b1", "If-None-Match", tag);
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.header("ETag")).startsWith("W/\"7-");
        assertThat(named.body())
                .contains("{\"kind\":\"corporation\",\"id\":98000001,\"name\":\"Victims Inc.\",\"ticker\":\"VICT\",");
        assertThat(gateway.get("/api/v1/battles/b1", "If-None-Match", named.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void whoeverIsNamedIsNamedWhereTheIdIs() {
        database.battle("b1").insert();
        database.attributed(1, "b1").insert();
        database.participant("b1", 91).insert();
        database.named(91, "Jay Amazingness", null).insert();
        database.named(98000001, "Victims Inc.", "VICT").insert();
        database.named(98000002, "Killers Ltd.", "KILL").insert();

        String jay = "{\"characterId\":91,\"characterName\":\"Jay Amazingness\",\"corporationId\":98000001,"
                + "\"corporationName\":\"Victims Inc.\",\"corporationTicker\":\"VICT\",\"allianceId\":null,"
                + "\"party\":{\"kind\":\"corporation\",\"id\":98000001,\"name\":\"Victims Inc.\",\"ticker\":\"VICT\"},";
        assertThat(gateway.get("/api/v1/battles/b1/killmails").body())
                .contains("\"victim\":" + jay + "\"factionId\":null,\"hullTypeId\":587,")
                .contains("\"sharedParty\":98000002,\"sharedPartyKind\":\"corporation\",\"sharedPartyName\":"
                        + "\"Killers Ltd.\",\"sharedPartyTicker\":\"KILL\",");
        assertThat(gateway.get("/api/v1/battles/b1/participants").body()).contains(jay + "\"sideId\":null,");
    }

    @Test
    void pilotsAndKillmailsPageThroughHttp() {
        database.battle("b1").insert();
        IntStream.rangeClosed(1, 9).forEach(i -> {
            database.attributed(i, "b1").insert();
            database.participant("b1", i).insert();
            database.hull("b1", i, 587).insert();
        });

        assertThat(pages("/api/v1/battles/b1/killmails?limit=4", "killmailId"))
                .hasSize(9)
                .doesNotHaveDuplicates();
        assertThat(pages("/api/v1/battles/b1/participants?limit=4", "characterId"))
                .hasSize(9)
                .doesNotHaveDuplicates();
        JsonNode killmail =
                gateway.get("/api/v1/battles/b1/killmails").json().get("items").get(0);
        assertThat(killmail.propertyNames())
                .contains(
                        "killmailId",
                        "occurredAt",
                        "systemId",
                        "battleId",
                        "victim",
                        "attackerCount",
                        "iskDestroyed",
                        "valueSource",
                        "sideId",
                        "attribution");
        assertThat(killmail.get("attribution").toString())
                .isEqualTo(
                        "{\"linkedKillmailId\":0,\"sharedParty\":98000002,\"sharedPartyKind\":\"corporation\",\"gapSeconds\":60}");
        assertThat(killmail.get("victim").get("party").toString())
                .isEqualTo("{\"kind\":\"corporation\",\"id\":98000001}");
        JsonNode pilot = gateway.get("/api/v1/battles/b1/participants")
                .json()
                .get("items")
                .get(0);
        assertThat(pilot.get("hulls").toString())
                .isEqualTo("[{\"hullTypeId\":587,\"hullName\":\"Rifter\",\"kills\":1,\"losses\":0}]");
    }

    @Test
    void aSideSaysWhoWhatAndWhy() {
        Party victims = new Party(PartyKind.CORPORATION, 98000001);
        Party killers = new Party(PartyKind.ALLIANCE, 99000002);
        database.battle("b1").insert();
        database.attributed(1, "b1").insert();
        database.participant("b1", 91).insert();
        database.hull("b1", 91, 587).insert();
        database.side("b1", victims, 1).insert();
        database.side("b1", killers, 2).insert();
        database.pair("b1", victims.id(), killers.id())
                .with("kills_by_high", 1)
                .with("mails_by_high", 1)
                .with("isk_by_high", 500_000)
                .with("hostility", 1000)
                .insert();

        database.act("b1", "a1").insert();

        Answer battle = gateway.get("/api/v1/battles/b1");

        assertThat(battle.body())
                .contains("\"overlay\":[{\"actId\":\"a1\",\"actor\":\"Alice\",\"reason\":\"seen on stream\","
                        + "\"at\":\"2026-11-01T12:00:00Z\",\"act\":{\"act\":\"annotate\",\"note\":\"a note\"}}]")
                .contains("{\"sideId\":1,\"killCount\":0,\"lossCount\":1,\"pilotCount\":1,\"iskLost\":500000.00,"
                        + "\"iskDestroyed\":0.00,\"efficiency\":0.0000,\"parties\":[{\"kind\":\"corporation\","
                        + "\"id\":98000001,\"confidence\":1.00,\"pinned\":false,\"killCount\":0,\"lossCount\":1,"
                        + "\"pilotCount\":1,\"iskLost\":500000.00,\"iskDestroyed\":0.00,\"evidence\":[{\"party\":"
                        + "{\"kind\":\"alliance\",\"id\":99000002},\"killed\":0,\"killedBy\":1,\"mailsAgainst\":0,"
                        + "\"mailsAgainstUs\":1,\"together\":0,\"iskDestroyed\":0.00}]}],\"hulls\":"
                        + "[{\"hullTypeId\":587,\"hullName\":\"Rifter\",\"fielded\":1,\"lost\":1}]}");
        JsonNode listed =
                gateway.get("/api/v1/battles").json().get("items").get(0).get("sides");
        assertThat(listed.get(1).get("parties").toString()).isEqualTo("[{\"kind\":\"alliance\",\"id\":99000002}]");
        assertThat(gateway.get("/api/v1/battles/b1/composition")
                        .json()
                        .get("sides")
                        .get(0)
                        .toString())
                .isEqualTo("{\"sideId\":1,\"hulls\":"
                        + "[{\"hullTypeId\":587,\"hullName\":\"Rifter\",\"fielded\":1,\"lost\":1}]}");
        assertThat(gateway.get("/api/v1/battles/b1/timeline").body())
                .contains(
                        "\"minutes\":[{\"minute\":\"2026-11-01T12:00:00Z\",\"killCount\":1,\"iskDestroyed\":500000.00,"
                                + "\"sides\":[{\"sideId\":1,\"lossCount\":1,\"iskLost\":500000.00}]}]");
    }

    @Test
    void theHistoryOfAMergedBattleIsItsOwn() {
        database.battle("old").with("merged_into", "b1").insert();
        database.battle("b1").insert();
        IntStream.range(0, 3)
                .forEach(i -> database.history("old", i, "BattleReopened", "{\"battleId\": \"old\"}")
                        .insert());

        assertThat(pages("/api/v1/battles/old/history?limit=2", "sequence")).containsExactly("0", "1", "2");
        assertThat(gateway.get("/api/v1/battles/old/history?limit=1")
                        .json()
                        .get("items")
                        .get(0)
                        .toString())
                .isEqualTo(
                        "{\"sequence\":0,\"at\":\"2026-11-01T12:00:00Z\",\"kind\":\"BattleReopened\",\"text\":"
                                + "\"Stands on its own again, since killmails were clustered anew.\",\"data\":{\"battleId\":\"old\"}}");
        assertProblem(gateway.get("/api/v1/battles/nobody/history"), 404, "BATTLE_NOT_FOUND");
    }

    @Test
    void aBattleIsShownAsItWasKnown() {
        ToldBattle battle = new ToldBattle(database, "b1");
        battle.tell(
                NOON,
                new BattleOpened(
                        "b1",
                        30000142,
                        new Place(30000142, 20000020, 10000002, SpaceType.KSPACE, SecurityBand.HIGHSEC),
                        LinkageRule.DEFAULT,
                        1));
        battle.tell(
                NOON.plusSeconds(1),
                new KillmailsAttributed("b1", 30000142, new RandomMails(1, NOON, 3, 9).mails(9, 3), null));
        battle.write();
        String present = gateway.get("/api/v1/battles/b1").body();
        battle.tell(NOON.plusSeconds(9), new BattleMerged("b1", 30000142, "b2", 7));
        database.asOwner()
                .sql("update battle set merged_into = 'b2' where battle_id = 'b1'")
                .update();
        database.battle("b2").insert();

        Answer then = gateway.get("/api/v1/battles/b1?asOf=2026-11-01T12:00:08Z");
        assertThat(then.body()).isEqualTo(present);
        assertThat(then.header("ETag")).isEqualTo("W/\"1\"");
        assertRedirect("/api/v1/battles/b1?asOf=2026-11-01T12:00:09Z", "/api/v1/battles/b2?asOf=2026-11-01T12:00:09Z");
        assertNotFound("/api/v1/battles/b1?asOf=2026-11-01T12:00:00Z", "held too few losses at 2026-11-01T12:00:00Z");
        assertNotFound("/api/v1/battles/b1?asOf=2026-11-01T11:00:00Z", "was not known yet at 2026-11-01T11:00:00Z");
        assertNotFound("/api/v1/battles/nobody?asOf=2026-11-01T12:00:00Z", "There is no battle nobody.");
        assertProblem(gateway.get("/api/v1/battles/b1?asOf=2999-01-01T00:00:00Z"), 400, "PARAMETER_INVALID");
    }

    private static void assertNotFound(String path, String detail) {
        Answer answer = gateway.get(path);
        assertProblem(answer, 404, "BATTLE_NOT_FOUND");
        assertThat(answer.json().get("detail").asString()).contains(detail);
    }

    private static List<String> pages(String path, String field) {
        List<String> seen = new ArrayList<>();
        Stream.iterate(
                        gateway.get(path),
                        Objects::nonNull,
                        page -> page.json().has("nextCursor") ? gateway.get(path + "&cursor=" + cursor(page)) : null)
                .forEach(page -> seen.addAll(page.items(field)));
        return seen;
    }

    private static String cursor(Answer page) {
        return page.json().get("nextCursor").asString();
    }

    private static void assertRedirect(String path, String expected) {
        Answer answer = gateway.get(path);
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo(expected);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }
}
