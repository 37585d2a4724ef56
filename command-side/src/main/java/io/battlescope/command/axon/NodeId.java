package io.battlescope.command.axon;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/** Who holds a claim: the process, and which instance in it. */
record NodeId(String value) {

    static NodeId ofThisInstance() {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        return new NodeId(process + "/" + UUID.randomUUID().toString().substring(0, 8));
    }
}
