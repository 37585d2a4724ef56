package io.battlescope.projection.processor;

import io.battlescope.projection.parked.Parking;
import io.battlescope.projection.stream.HandOutWindow;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Hands a projection whole batches: each event is only noted when its turn comes, and everything is applied just before the
 * commit, but for what is parked. An exception leaves this class as it is, which rolls the batch back and has it tried again.
 */
final class BatchInvoker implements EventHandlerInvoker {

    private final Projection projection;
    private final Parking parking;
    private final HandOutWindow window;
    private final ProcessorHealth health;
    private final String batchKey;

    BatchInvoker(Projection projection, Parking parking, HandOutWindow window, ProcessorHealth health) {
        this.projection = projection;
        this.parking = parking;
        this.window = window;
        this.health = health;
        this.batchKey = "batch of " + projection.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        boolean mine = segment.matches((Object) EventTraits.systemOf(projection, event));
        if (mine) {
            window.taken(event);
        }
        return mine;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        List<EventMessage<?>> batch = unitOfWork.getOrComputeResource(batchKey, key -> begin(unitOfWork, segment));
        batch.add(event);
    }

    private List<EventMessage<?>> begin(UnitOfWork<?> unitOfWork, Segment segment) {
        List<EventMessage<?>> batch = new ArrayList<>();
        window.begun();
        unitOfWork.onPrepareCommit(ignored -> parking.apply(batch));
        unitOfWork.afterCommit(ignored -> health.batchDone(segment));
        unitOfWork.onRollback(failed ->
                health.batchFailed(segment, failed.getExecutionResult().getExceptionResult()));
        unitOfWork.onCleanup(ignored -> window.released(batch));
        return batch;
    }
}
