package io.battlescope.command.publishing;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counter {@code publisherLagEvents}, by the instance whose turn it is, so that it is not counted twice; notes {@code publisherError},
 * {@code actsError} and, with the processor's name behind a dot, {@code topicLost}.
 */
final class PublishingStatus implements StatusSource {

    private final Targets targets;
    private final PublisherReports reports;
    private final Lineup lineup;
    private final ActWorker worker;

    PublishingStatus(Targets targets, PublisherReports reports, Lineup lineup, ActWorker worker) {
        this.targets = targets;
        this.reports = reports;
        this.lineup = lineup;
        this.worker = worker;
    }

    @Override
    public ServiceReport report() {
        Map<String, Long> counters = new TreeMap<>();
        reports.latest().stream()
                .filter(report -> report.segments().stream().anyMatch(ProcessorReport.Segment::mine))
                // the one that battles are read from
                .filter(report -> targets.publisher(report.processor()).needsBeginning())
                .forEach(report -> counters.merge("publisherLagEvents", report.eventsBehind(), Math::max));
        return new ServiceReport(counters, notes());
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        targets.publishers().stream()
                .filter(publisher -> publisher.error() != null)
                .forEach(publisher -> notes.put("publisherError", publisher.error()));
        if (!worker.trouble().isEmpty()) {
            notes.put("actsError", worker.trouble());
        }
        targets.topics().keySet().stream()
                .filter(processor -> !lineup.loss(processor).isEmpty())
                .forEach(processor -> notes.put("topicLost." + processor, lineup.loss(processor)));
        return notes;
    }
}
