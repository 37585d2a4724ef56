package io.battlescope.testing;

import io.battlescope.local.process.CommandLines;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process whose end is the end of the build. */
final class Build {

    private Build() {}

    /** Maven, where it is above this process; else the outermost JVM, such as an IDE's; else this process. */
    static ProcessHandle process() {
        ProcessHandle self = ProcessHandle.current();
        return ancestors(self)
                .filter(process ->
                        CommandLines.of(process).filter(Build::isMaven).isPresent())
                .findFirst()
                .or(() -> ancestors(self)
                        .filter(process ->
                                CommandLines.of(process).filter(Build::isJava).isPresent())
                        .reduce((inner, outer) -> outer))
                .orElse(self);
    }

    private static Stream<ProcessHandle> ancestors(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .map(Optional::orElseThrow);
    }

    private static boolean isMaven(String commandLine) {
        return isJava(commandLine) && commandLine.contains("classworlds");
    }

    private static boolean isJava(String commandLine) {
        return commandLine.split(" ", 2)[0].endsWith("java");
    }
}
