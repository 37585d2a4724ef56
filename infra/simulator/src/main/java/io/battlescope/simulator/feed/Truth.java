package io.battlescope.simulator.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.simulator.war.Engagement;
import io.battlescope.simulator.war.Kill;
import io.battlescope.simulator.war.Shooter;
import io.battlescope.simulator.war.Side;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a killmail was part of.
 *
 * @param fight the fight in one system
 * @param operation what it was part of: the same for all fights of one roam
 * @param kind such as {@code fleet_battle}
 * @param sides {@code a}, {@code b}, {@code third} or {@code none} for each party on this mail, by its id
 */
public record Truth(
        long killmailId,
        String fight,
        String operation,
        String kind,
        int systemId,
        Instant time,
        Map<Long, String> sides) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Truth of(Posted posted) {
        Kill kill = posted.kill();
        Engagement fight = kill.engagement();
        Map<Long, String> sides = new TreeMap<>();
        Stream.concat(Stream.of(kill.victim()), kill.shooters().stream().map(Shooter::pilot))
                .map(Engagement::partyOf)
                .flatMap(Optional::stream)
                .forEach(party -> sides.put(
                        party.id(),
                        fight.sides().getOrDefault(party.id(), Side.NONE).word()));
        return new Truth(
                posted.killmailId(),
                fight.id(),
                fight.operation(),
                fight.kind().word(),
                kill.systemId(),
                Instant.ofEpochSecond(kill.time()),
                sides);
    }

    /** One JSON object: {@code killmail_id, fight, operation, kind, system_id, time, sides}. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("killmail_id", killmailId)
                .put("fight", fight)
                .put("operation", operation)
                .put("kind", kind)
                .put("system_id", systemId)
                .put("time", time.toString());
        ObjectNode parties = json.putObject("sides");
        sides.forEach((party, side) -> parties.put(party.toString(), side));
        return json.toString();
    }
}
