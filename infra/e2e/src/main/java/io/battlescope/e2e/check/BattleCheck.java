package io.battlescope.e2e.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rule.PaperBattle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One battle's figures against the rule, and its sides against its totals. */
final class BattleCheck {

    private final Findings findings;

    BattleCheck(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode battle, List<JsonNode> killmails, PaperBattle expected) {
        String name = "Battle " + battle.path("battleId").textValue() + ": ";
        findings.same(name + "systemId", battle.path("systemId").intValue(), expected.systemId());
        findings.same(
                name + "killCount",
                battle.path("killCount").intValue(),
                expected.ids().size());
        findings.same(name + "lossCount", battle.path("lossCount").intValue(), expected.losses());
        findings.same(name + "pilotCount", battle.path("pilotCount").longValue(), expected.pilots());
        findings.same(
                name + "startTime",
                battle.path("startTime").textValue(),
                Instant.ofEpochSecond(expected.start()).toString());
        findings.same(
                name + "endTime",
                battle.path("endTime").textValue(),
                Instant.ofEpochSecond(expected.end()).toString());
        findings.same(
                name + "iskDestroyed against its killmails",
                isk(battle, "iskDestroyed"),
                sum(killmails.stream(), "iskDestroyed"));
        shares(name, battle);
    }

    /** The sides and the unassigned rest make up the whole. */
    private void shares(String name, JsonNode battle) {
        for (String figure : List.of("killCount", "lossCount", "pilotCount", "iskDestroyed")) {
            findings.same(name + figure + " of all sides", sum(shares(battle), figure), isk(battle, figure));
        }
        findings.same(name + "iskLost of all sides", sum(shares(battle), "iskLost"), isk(battle, "iskDestroyed"));
    }

    private static Stream<JsonNode> shares(JsonNode battle) {
        return Stream.concat(
                StreamSupport.stream(battle.path("sides").spliterator(), false), Stream.of(battle.path("unassigned")));
    }

    private static BigDecimal sum(Stream<JsonNode> nodes, String field) {
        return nodes.map(node -> isk(node, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    /** Unknown values add nothing. */
    private static BigDecimal isk(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue().stripTrailingZeros() : BigDecimal.ZERO;
    }
}
