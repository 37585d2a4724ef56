package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.status.ServiceStatus;
import io.battlescope.api.topic.Topic;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.gateway.status.ServiceBoard;
import io.battlescope.view.processor.FindProcessors;
import io.battlescope.view.processor.KnownProcessor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All processors: those that instances report, and those that somebody should. */
@Component
public class ProcessorBoard {

    private static final Logger log = LoggerFactory.getLogger(ProcessorBoard.class);
    private static final Comparator<ProcessorView> ORDER = Comparator.comparing(ProcessorView::processor)
            .thenComparing(view -> !view.role().equals("living"))
            .thenComparing(ProcessorView::version);

    private final ServiceBoard services;
    private final Asker asker;
    private final HeadWatch head = new HeadWatch();
    private volatile List<KnownProcessor> lastKnown = List.of();

    ProcessorBoard(ServiceBoard services, Asker asker) {
        this.services = services;
        this.asker = asker;
    }

    /**
     * All versions of all processors.
     *
     * @throws ProblemException when Redis is away, for an empty list would say that there are none
     */
    List<ProcessorView> read() {
        List<ServiceStatus> reports = services.read()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.STATUS_UNAVAILABLE,
                        "Redis cannot be read, and that is where instances report. Ask again a little later."));
        Instant now = Instant.now();
        return merged(reports, knownAtLast(), head.judge(reports, now), now);
    }

    /** Standing still is seen by looking more than once, also when nobody asks. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void watch() {
        services.read().ifPresent(reports -> head.judge(reports, Instant.now()));
    }

    /**
     * The living version of a processor, for whoever wants to act on it; nothing but its name is known while Redis is away.
     *
     * @throws ProblemException when there is no such processor
     */
    public ProcessorView require(String name) {
        Instant now = Instant.now();
        List<ServiceStatus> reports = services.read().orElse(List.of());
        return find(merged(reports, List.of(), Map.of(), now), name)
                .or(() -> find(merged(List.of(), asker.askAnew(new FindProcessors()), Map.of(), now), name))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.PROCESSOR_NOT_FOUND,
                        "There is no such processor; GET /api/v1/admin/processors says which there are."));
    }

    private static Optional<ProcessorView> find(List<ProcessorView> views, String name) {
        return views.stream().filter(view -> view.processor().equals(name)).findFirst();
    }

    private static List<ProcessorView> merged(
            List<ServiceStatus> reports, List<KnownProcessor> known, Map<Topic, Alarm> untrusted, Instant now) {
        Map<Merge.Name, List<Merge.Said>> said = Merge.byName(reports);
        said.values().removeIf(all -> isLeftOver(all, reports, now));
        List<ProcessorView> views = new ArrayList<>();
        said.values().forEach(all -> views.add(Merge.view(all, untrusted(all, untrusted), now)));
        known.stream()
                .filter(one -> !said.containsKey(new Merge.Name(one.processor(), one.version())))
                .map(ProcessorBoard::unreported)
                .forEach(views::add);
        Publishers.EXPECTED.stream()
                .filter(name -> !said.containsKey(new Merge.Name(name, 1)))
                .map(name -> silent(name, 1, ProcessorOrder.COMMAND_SIDE, "living"))
                .forEach(views::add);
        return views.stream().sorted(ORDER).toList();
    }

    /** Of an instance that hangs or has died, while others of its service no longer know such a version. */
    private static boolean isLeftOver(List<Merge.Said> said, List<ServiceStatus> reports, Instant now) {
        ServiceStatus last = Merge.freshest(said).by();
        return Merge.isSilent(last, now)
                && reports.stream()
                        .anyMatch(report -> report.service().equals(last.service()) && !Merge.isSilent(report, now));
    }

    private static List<Alarm> untrusted(List<Merge.Said> said, Map<Topic, Alarm> heads) {
        String source = Merge.freshest(said).report().source();
        return heads.entrySet().stream()
                .filter(head -> source != null && source.endsWith(head.getKey().topicName()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The Query DB says which there should be, but reports are worth something without it as well. */
    private List<KnownProcessor> knownAtLast() {
        try {
            lastKnown = asker.ask(new FindProcessors());
        } catch (RuntimeException e) {
            log.debug("Which processors there should be cannot be read: {}", e.toString());
        }
        return lastKnown;
    }

    private static ProcessorView unreported(KnownProcessor known) {
        boolean followed = known.state().equals("living") || known.state().equals("building");
        return followed
                ? silent(known.processor(), known.version(), ProcessorOrder.PROJECTION, known.state())
                : absent(
                        known.processor(),
                        known.version(),
                        ProcessorOrder.PROJECTION,
                        known.state(),
                        "stopped",
                        List.of());
    }

    private static ProcessorView silent(String name, int version, String service, String role) {
        return absent(name, version, service, role, "unknown", List.of(unheard(service)));
    }

    static Alarm unheard(String service) {
        return new Alarm("SILENT", "No instance reports it. Does any instance of " + service + " run?");
    }

    private static ProcessorView absent(
            String name, int version, String service, String role, String state, List<Alarm> alarms) {
        return new ProcessorView(
                name, version, service, role, null, null, state, null, null, List.of(), List.of(), List.of(), null,
                null, null, null, null, null, alarms, null, null, null, null);
    }
}
