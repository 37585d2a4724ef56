package io.battlescope.ingestion.pump;

import java.util.ArrayList;
import java.util.List;

/** The killmails of a batch that are to be published: which of them still wait for the broker, and which it will never take. */
final class Shipment {

    private final List<Outgoing> waiting;
    private final List<Outgoing> acknowledged = new ArrayList<>();
    private final List<Outgoing> refused = new ArrayList<>();

    Shipment(List<Outgoing> killmails) {
        this.waiting = new ArrayList<>(killmails);
    }

    List<Outgoing> waiting() {
        return List.copyOf(waiting);
    }

    List<Outgoing> acknowledged() {
        return acknowledged;
    }

    /** Too large for the broker, although small enough for us: its limit is lower than the project's. */
    List<Outgoing> refused() {
        return refused;
    }

    void acknowledge(Outgoing killmail) {
        waiting.remove(killmail);
        acknowledged.add(killmail);
    }

    void refuse(Outgoing killmail) {
        waiting.remove(killmail);
        refused.add(killmail);
    }
}
