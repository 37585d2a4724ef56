package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorRefusal;
import java.util.Map;

/** What a step of an act came to. */
public sealed interface ActStep {

    /** The act is at its end. */
    record Done(String detail, Map<String, Long> figures, Map<String, String> before, Map<String, String> after)
            implements ActStep {}

    /** There is more to do, soon; figures say how far it is. */
    record Again(String detail, Map<String, Long> figures) implements ActStep {}

    /** It cannot take effect yet; tried again until the act's time limit, and refused then. */
    record Waiting(String detail) implements ActStep {}

    /** It is not carried out, and nothing has changed. */
    record Refused(ProcessorRefusal code, String detail) implements ActStep {}

    static ActStep done(String detail, Map<String, Long> figures) {
        return new Done(detail, figures, Map.of(), Map.of());
    }
}
