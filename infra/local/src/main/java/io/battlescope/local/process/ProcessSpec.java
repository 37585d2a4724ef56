package io.battlescope.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start one process.
 *
 * @param mark a text that the command line of this process, and of no other, contains: a stale pid file is believed only
 *     where it is found again
 * @param environment added to the own environment
 * @param log where both output streams are appended
 * @param stopSignal what asks this process to end in order, such as {@code TERM}
 */
public record ProcessSpec(
        String name, List<String> command, String mark, Map<String, String> environment, Path log, String stopSignal) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
