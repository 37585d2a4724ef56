package io.battlescope.command.attribution;

/** Which partition a solar system's killmails, acts and battles go through; the same for every topic keyed by system. */
@FunctionalInterface
public interface SystemPartitions {

    int of(int systemId);
}
