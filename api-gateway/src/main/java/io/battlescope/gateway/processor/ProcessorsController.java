package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class ProcessorsController implements ProcessorsApi {

    private final ProcessorBoard board;
    private final ProcessorDesk desk;
    private final ProcessorStreams streams;

    ProcessorsController(ProcessorBoard board, ProcessorDesk desk, ProcessorStreams streams) {
        this.board = board;
        this.desk = desk;
        this.streams = streams;
    }

    @Override
    public ResponseEntity<ProcessorsAnswer> processors() {
        return answer(board.read());
    }

    @Override
    public ResponseEntity<ProcessorsAnswer> processor(String name) {
        List<ProcessorView> versions = board.read().stream()
                .filter(view -> view.processor().equals(name))
                .toList();
        if (versions.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.PROCESSOR_NOT_FOUND,
                    "There is no such processor; GET /api/v1/admin/processors says which there are.");
        }
        return answer(versions);
    }

    @Override
    public ResponseEntity<SseEmitter> stream() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // proxies that gather answers would hold events back
                .header("X-Accel-Buffering", "no")
                .body(streams.open());
    }

    @Override
    public ResponseEntity<AskedAct> pause(String name, HttpServletRequest request) {
        return act(name, request, new ProcessorAct.Pause());
    }

    @Override
    public ResponseEntity<AskedAct> resume(String name, HttpServletRequest request) {
        return act(name, request, new ProcessorAct.Resume());
    }

    @Override
    public ResponseEntity<AskedAct> reset(String name, HttpServletRequest request) {
        ResetRequest wish = JsonBody.read(request, ResetRequest.class);
        Asking asking = ProcessorDesk.read(request, wish, name, wish.act());
        ProcessorView target = board.require(name);
        if (wish.empties()) {
            ProcessorDesk.requireResettable(target);
        }
        desk.requireIdle(target, asking, wish);
        return desk.take(request, asking, wish, target, wish.act());
    }

    @Override
    public ResponseEntity<AskedAct> split(String name, Long segment, HttpServletRequest request) {
        StepRequest wish = JsonBody.read(request, StepRequest.class);
        return onSegment(name, segment, request, wish, ProcessorAct.SplitSegment::new);
    }

    @Override
    public ResponseEntity<AskedAct> merge(String name, Long segment, HttpServletRequest request) {
        StepRequest wish = JsonBody.read(request, StepRequest.class);
        return onSegment(name, segment, request, wish, ProcessorAct.MergeSegment::new);
    }

    @Override
    public ResponseEntity<AskedAct> release(String name, Long segment, HttpServletRequest request) {
        ReleaseRequest wish = JsonBody.read(request, ReleaseRequest.class);
        return onSegment(name, segment, request, wish, number -> new ProcessorAct.ReleaseSegment(number, wish.pause()));
    }

    private ResponseEntity<AskedAct> act(String name, HttpServletRequest request, ProcessorAct act) {
        StepRequest wish = JsonBody.read(request, StepRequest.class);
        Asking asking = ProcessorDesk.read(request, wish, name, act);
        ProcessorView target = board.require(name);
        desk.requireIdle(target, asking, wish);
        return desk.take(request, asking, wish, target, act);
    }

    private ResponseEntity<AskedAct> onSegment(
            String name, long segment, HttpServletRequest request, Wish wish, IntFunction<ProcessorAct> act) {
        Asking asking = ProcessorDesk.read(request, wish, name, act.apply((int) segment));
        ProcessorView target = board.require(name);
        ProcessorDesk.requireSegment(target, segment);
        desk.requireIdle(target, asking, wish);
        return desk.take(request, asking, wish, target, act.apply((int) segment));
    }

    private static ResponseEntity<ProcessorsAnswer> answer(List<ProcessorView> views) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ProcessorsAnswer(views));
    }
}
