package io.battlescope.simulator.people;

import java.util.List;

public record Corporation(long id, String name, String ticker, long allianceId, List<Pilot> pilots) {}
