package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.control.ActHandlers.Task;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One look at one act, in one transaction: what it changes, what it came to, and the end of its hold on the processor are there together or
 * not at all.
 */
@Component
class ActWork {

    private static final Logger log = LoggerFactory.getLogger(ActWork.class);

    private final ActTable table;
    private final ActHandlers handlers;
    private final Standstill standstill;
    private final ProcessorPicture picture;
    private final ProjectionVersions versions;
    private final TransactionTemplate transaction;

    ActWork(
            ActTable table,
            ActHandlers handlers,
            Standstill standstill,
            ProcessorPicture picture,
            ProjectionVersions versions,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.handlers = handlers;
        this.standstill = standstill;
        this.picture = picture;
        this.versions = versions;
        this.transaction = new TransactionTemplate(transactions);
    }

    void look(String actId) {
        try {
            transaction.executeWithoutResult(status ->
                    table.lock(actId).ifPresent(act -> writeDown(act, step(act, status))));
        } catch (RuntimeException e) {
            failed(actId, e);
        }
    }

    private ActStep step(OpenAct act, TransactionStatus status) {
        ProcessorOrder order = act.order();
        Optional<ProjectionVersion> living = versions.living(order.processor());
        Optional<Task<?>> task = handlers.of(order);
        if (living.isEmpty()) {
            return task.filter(one -> !one.needsProcessor())
                    .map(Task::step)
                    .orElseGet(() -> new ActStep.Refused(
                            ProcessorRefusal.PROCESSOR_UNKNOWN, "No processor is called " + order.processor()));
        }
        if (task.isEmpty()) {
            return new ActStep.Refused(
                    ProcessorRefusal.NOT_SUPPORTED,
                    order.what() + " does not exist for processor " + order.processor());
        }
        return step(task.get(), living.get(), status);
    }

    private ActStep step(Task<?> task, ProjectionVersion version, TransactionStatus status) {
        Optional<String> obstacle = task.needsStandstill() ? obstacle(task.order(), version) : Optional.empty();
        if (obstacle.isPresent()) {
            return new ActStep.Waiting(obstacle.get());
        }
        Map<String, String> before = picture.of(version);
        Object untouched = status.createSavepoint();
        ActStep step = task.step();
        if (step instanceof ActStep.Refused || step instanceof ActStep.Waiting) {
            status.rollbackToSavepoint(untouched);
        }
        return step instanceof ActStep.Done done && done.before().isEmpty() && !task.goesOnBeside()
                ? new ActStep.Done(done.detail(), done.figures(), before, picture.of(version))
                : step;
    }

    /** The hold has to be committed before instances can see it, so the first look does nothing else. */
    private Optional<String> obstacle(ProcessorOrder order, ProjectionVersion version) {
        if (standstill.isHeldBy(order.actId(), version)) {
            return standstill.obstacle(version);
        }
        standstill.hold(order.actId(), version);
        return Optional.of("waits until all instances have let go of processor " + version.tokenName());
    }

    private void writeDown(OpenAct act, ActStep step) {
        String actId = act.order().actId();
        switch (step) {
            case ActStep.Done done -> {
                table.done(actId, done);
                standstill.letGo(actId);
                log.info(
                        "Act {} ({} on {}) is done: {}",
                        actId,
                        act.order().what(),
                        act.order().target(),
                        done.detail());
            }
            case ActStep.Again again -> table.progress(actId, again.detail(), again.figures());
            case ActStep.Waiting waiting -> {
                if (act.isOverdue()) {
                    refuse(act.order(), ProcessorRefusal.TIME_LIMIT, "The time limit has passed: " + waiting.detail());
                } else {
                    table.progress(actId, waiting.detail(), Map.of());
                }
            }
            case ActStep.Refused refused -> refuse(act.order(), refused.code(), refused.detail());
        }
    }

    private void refuse(ProcessorOrder order, ProcessorRefusal code, String detail) {
        table.refused(order.actId(), code, detail);
        standstill.letGo(order.actId());
        log.info("Act {} ({} on {}) is refused, {}: {}", order.actId(), order.what(), order.target(), code, detail);
    }

    /** What the look has done is rolled back by now. */
    private void failed(String actId, RuntimeException e) {
        boolean passes = Trouble.passes(e);
        log.warn("Act {} {}", actId, passes ? "waits; trying again" : "has failed", e);
        transaction.executeWithoutResult(status -> table.lock(actId)
                .filter(act -> !passes || (act.isOverdue() && !act.isLong()))
                .ifPresent(act -> refuse(act.order(), ProcessorRefusal.FAILED, String.valueOf(e.getMessage()))));
    }
}
