package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.status.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The reports of several instances on one version of a processor, as one. Figures that are shared are taken from the freshest report:
 * one of an instance that hangs stays on the board for a while and is not what is.
 */
final class Merge {

    /** Instances report each second. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private static final List<String> WORST_FIRST = List.of("error", "running", "held", "paused", "stopped");

    /** What one instance said, and when. */
    record Said(ServiceStatus by, ProcessorReport report) {

        Instant at() {
            return by.reportedAt();
        }

        boolean isSilent(Instant now) {
            return Merge.isSilent(by, now);
        }
    }

    static boolean isSilent(ServiceStatus report, Instant now) {
        return report.reportedAt().plus(SILENCE).isBefore(now);
    }

    /** The freshest first. */
    private final List<Said> said;

    /** What an instance that has fallen silent said last is no state of the processor, unless nobody else says anything. */
    private final List<Said> speaking;

    private final Instant now;

    private Merge(List<Said> said, Instant now) {
        this.said =
                said.stream().sorted(Comparator.comparing(Said::at).reversed()).toList();
        this.speaking = this.said.stream()
                .filter(one -> one == this.said.getFirst() || !one.isSilent(now))
                .toList();
        this.now = now;
    }

    /** Everything that was said, by who is meant. */
    static Map<Name, List<Said>> byName(List<ServiceStatus> reports) {
        Map<Name, List<Said>> found = new LinkedHashMap<>();
        reports.forEach(by -> by.processors()
                .forEach(one -> found.computeIfAbsent(
                                new Name(one.processor(), one.version()), ignored -> new ArrayList<>())
                        .add(new Said(by, one))));
        return found;
    }

    /** @param more alarms that instances cannot raise themselves */
    static ProcessorView view(List<Said> said, List<Alarm> more, Instant now) {
        Merge merge = new Merge(said, now);
        return freshest(said).by().isCurrent(now) ? merge.view(more) : merge.unheard();
    }

    static Said freshest(List<Said> said) {
        return said.stream().max(Comparator.comparing(Said::at)).orElseThrow();
    }

    private ProcessorView view(List<Alarm> more) {
        Said freshest = said.getFirst();
        ProcessorReport report = freshest.report();
        return new ProcessorView(
                report.processor(),
                report.version(),
                freshest.by().service(),
                report.role(),
                report.mode(),
                report.source(),
                state(),
                report.resettable(),
                report.rebuildable(),
                instances(),
                report.segments().stream().map(this::segment).toList(),
                report.partitions(),
                report.eventsBehind(),
                seconds(report.millisBehind()),
                report.perSecond(),
                report.caughtUp(),
                report.replay(),
                speaking.stream()
                        .map(one -> one.report().error())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                alarms(more),
                report.parkedSequences(),
                report.parkedLetters(),
                report.act(),
                freshest.at());
    }

    /** Nobody has said anything for so long that what was said last is no picture of what is. */
    private ProcessorView unheard() {
        Said last = said.getFirst();
        ProcessorReport report = last.report();
        String service = last.by().service();
        return new ProcessorView(
                report.processor(),
                report.version(),
                service,
                report.role(),
                report.mode(),
                report.source(),
                "unknown",
                report.resettable(),
                report.rebuildable(),
                instances(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                Stream.concat(
                                Stream.of(ProcessorBoard.unheard(service)),
                                said.stream().map(Merge::silent).limit(1))
                        .toList(),
                null,
                null,
                null,
                last.at());
    }

    private List<ProcessorView.Instance> instances() {
        return said.stream()
                .map(Merge::instance)
                .sorted(Comparator.comparing(ProcessorView.Instance::instance))
                .toList();
    }

    private String state() {
        List<String> states = speaking.stream().map(one -> one.report().state()).toList();
        return WORST_FIRST.stream().filter(states::contains).findFirst().orElse(states.getFirst());
    }

    private List<Alarm> alarms(List<Alarm> more) {
        Map<String, Alarm> byCode = new LinkedHashMap<>();
        Stream.of(
                        speaking.stream().flatMap(one -> one.report().alarms().stream()),
                        said.stream().filter(one -> one.isSilent(now)).map(Merge::silent),
                        more.stream())
                .flatMap(alarms -> alarms)
                .forEach(alarm -> byCode.putIfAbsent(alarm.code(), alarm));
        return List.copyOf(byCode.values());
    }

    private static Alarm silent(Said one) {
        return new Alarm(
                "INSTANCE_SILENT",
                one.by().instance() + " has said nothing since " + one.at()
                        + ". It hangs or has died; others take over what it held once its claims have run out.");
    }

    private static ProcessorView.Instance instance(Said one) {
        return new ProcessorView.Instance(
                one.by().instance(),
                one.by().pid(),
                one.report().state(),
                one.report().segments().stream()
                        .filter(ProcessorReport.Segment::mine)
                        .map(ProcessorReport.Segment::segment)
                        .toList(),
                one.report().error(),
                one.at());
    }

    private ProcessorView.Segment segment(ProcessorReport.Segment segment) {
        return new ProcessorView.Segment(
                segment.segment(),
                segment.mask(),
                segment.mergeableWith(),
                segment.owner(),
                seconds(segment.claimAgeMillis()),
                segment.caughtUp(),
                segment.replaying(),
                error(segment.segment()));
    }

    /** Only whoever holds a segment knows what stands in its way. */
    private ProcessorReport.Trouble error(int segment) {
        return said.stream()
                .filter(one -> !one.isSilent(now) || one == said.getFirst())
                .flatMap(one -> one.report().segments().stream())
                .filter(one -> one.segment() == segment && one.mine())
                .findFirst()
                .map(ProcessorReport.Segment::error)
                .orElse(null);
    }

    private static Double seconds(Long millis) {
        return millis == null ? null : millis / 1000.0;
    }

    /** A version of a processor. */
    record Name(String processor, int version) {}
}
