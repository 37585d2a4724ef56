package io.battlescope.command.publishing;

import java.util.Map;
import java.util.TreeMap;

/** Notes {@code actsError} and, with the processor's name behind a dot, {@code topicLost}. */
final class PublishingNotes {

    private PublishingNotes() {}

    static Map<String, String> of(String trouble, Targets targets, Lineup lineup) {
        Map<String, String> notes = new TreeMap<>();
        if (!trouble.isEmpty()) {
            notes.put("actsError", trouble);
        }
        targets.topics().keySet().forEach(processor -> {
            String loss = lineup.loss(processor);
            if (!loss.isEmpty()) {
                notes.put("topicLost." + processor, loss);
            }
        });
        return notes;
    }
}
