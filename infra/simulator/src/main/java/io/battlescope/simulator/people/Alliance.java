package io.battlescope.simulator.people;

import java.util.List;

public record Alliance(long id, String name, String ticker, List<Corporation> corporations) {}
