package io.battlescope.command.linkage;

import java.util.List;

/**
 * What has to be known before new killmails can be placed: the killmails around them in time, with their clusters, and all
 * killmails of those clusters that are no battle yet (however far away), because they may become one.
 */
public record Neighbourhood(List<KnownCluster> clusters, List<KnownKillmail> killmails) {

    public static final Neighbourhood EMPTY = new Neighbourhood(List.of(), List.of());
}
