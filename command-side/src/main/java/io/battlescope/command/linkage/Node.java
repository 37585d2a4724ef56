package io.battlescope.command.linkage;

/** A killmail while others are being placed around it. */
final class Node {

    final PlacedKillmail mail;
    final Cluster cluster;
    final boolean known;
    private final Link knownLink;
    Link link;

    Node(PlacedKillmail mail, Cluster cluster, Link link, boolean known) {
        this.mail = mail;
        this.cluster = cluster;
        this.link = link;
        this.knownLink = link;
        this.known = known;
    }

    /** Whether the index has to learn something of it; moving with its whole cluster is told by the cluster. */
    boolean isNews() {
        return !known || knownLink != link;
    }
}
