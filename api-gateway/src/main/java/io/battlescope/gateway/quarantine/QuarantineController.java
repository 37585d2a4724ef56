package io.battlescope.gateway.quarantine;

import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.progress.DeadLetterView;
import io.battlescope.view.progress.FindDeadLetters;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuarantineController implements QuarantineApi {

    private final Asker asker;
    private final Cursors cursors;

    QuarantineController(Asker asker, Cursors cursors) {
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<DeadLetterView> quarantine(QuarantineParameters parameters) {
        Set<String> codes = parameters.code() == null ? Set.of() : new TreeSet<>(parameters.code());
        String list = "quarantine " + codes;
        PageRequest page = cursors.page(parameters, list);
        return cursors.answer(asker.ask(new FindDeadLetters(codes, page)), list);
    }
}
