package io.battlescope.gateway.deadletter;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.processor.ProcessorBoard;
import io.battlescope.gateway.processor.ProcessorDesk;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.deadletter.DeadEvent;
import io.battlescope.view.deadletter.DeadSequence;
import io.battlescope.view.deadletter.FindDeadEvents;
import io.battlescope.view.deadletter.FindDeadSequences;
import io.battlescope.view.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeadLettersController implements DeadLettersApi {

    private final ProcessorBoard board;
    private final ProcessorDesk desk;
    private final Quarantine quarantine;
    private final Asker asker;
    private final Cursors cursors;

    DeadLettersController(
            ProcessorBoard board, ProcessorDesk desk, Quarantine quarantine, Asker asker, Cursors cursors) {
        this.board = board;
        this.desk = desk;
        this.quarantine = quarantine;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<DeadSequence> sequences(DeadLettersParameters parameters, HttpServletRequest request) {
        String list = "dead letters " + parameters.processor() + " " + parameters.stage() + " " + parameters.code();
        FindDeadSequences question = new FindDeadSequences(
                parameters.processor(), parameters.stage(), parameters.code(), cursors.page(parameters, list));
        return cursors.answer(PayloadMask.shownTo(request, asker.askAnew(question), DeadSequence::masked), list);
    }

    @Override
    public ListAnswer<DeadEvent> letters(
            String processor, String sequence, PageParameters parameters, HttpServletRequest request) {
        String list = "dead letters of " + processor + " " + sequence;
        Page<DeadEvent> page = asker.askAnew(new FindDeadEvents(processor, sequence, cursors.page(parameters, list)));
        return cursors.answer(PayloadMask.shownTo(request, page, DeadEvent::masked), list);
    }

    @Override
    public ResponseEntity<AskedAct> retry(HttpServletRequest request) {
        RetryRequest wish = JsonBody.read(request, RetryRequest.class);
        ProcessorAct act = new ProcessorAct.RetryDeadLetters(wish.sequence(), wish.cause());
        Asking asking = ProcessorDesk.read(request, wish, wish.processor(), act);
        return Stages.include(wish.processor())
                ? quarantine.release(request, asking, wish)
                : desk.take(request, asking, wish, board.require(wish.processor()), act);
    }

    @Override
    public ResponseEntity<AskedAct> evict(HttpServletRequest request) {
        EvictRequest wish = JsonBody.read(request, EvictRequest.class);
        ProcessorAct act = new ProcessorAct.EvictDeadLetters(wish.sequence(), wish.letterId(), wish.cause());
        Asking asking = ProcessorDesk.read(request, wish, wish.processor(), act);
        return Stages.include(wish.processor())
                // whatever stage set it aside, the projection keeps it
                ? desk.take(request, asking, wish, ProcessorOrder.PROJECTION, wish.processor(), act)
                : desk.take(request, asking, wish, board.require(wish.processor()), act);
    }
}
