package io.battlescope.simulator.war;

import io.battlescope.api.killmail.Party;
import io.battlescope.simulator.people.Pilot;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One fight in one system, as somebody who was there would tell it: who stood on which side. Fights of one operation (the stations of
 * a roam) share its name.
 */
public final class Engagement {

    private final String id;
    private final String operation;
    private final Kind kind;
    private final int systemId;
    private final Map<Long, Side> sides = new TreeMap<>();

    Engagement(String id, String operation, Kind kind, int systemId) {
        this.id = id;
        this.operation = operation;
        this.kind = kind;
        this.systemId = systemId;
    }

    public String id() {
        return id;
    }

    public String operation() {
        return operation;
    }

    public Kind kind() {
        return kind;
    }

    public int systemId() {
        return systemId;
    }

    /** By the id of the party: alliance, corporation or character. */
    public Map<Long, Side> sides() {
        return Collections.unmodifiableMap(sides);
    }

    /** Who came first decides: an own pilot who shoots his fleet does not change its side. */
    void stands(Pilot pilot, Side side) {
        partyOf(pilot).ifPresent(party -> sides.putIfAbsent(party.id(), side));
    }

    public static Optional<Party> partyOf(Pilot pilot) {
        return Party.of(pilot.characterId(), pilot.corporationId(), pilot.allianceId());
    }
}
