package io.battlescope.command.publishing;

import io.battlescope.api.processor.ProcessorRefusal;
import java.util.Map;

/** What a step of an act came to. */
sealed interface ActStep {

    /** It is further than before. */
    record Moved(Act act) implements ActStep {}

    /** It cannot go on yet. */
    record Waiting(String why) implements ActStep {}

    /** It is at its end. */
    record Done(Act act, String detail, Map<String, String> before, Map<String, String> after) implements ActStep {}

    /** It ends here. */
    record Refused(ProcessorRefusal code, String detail) implements ActStep {}
}
