package io.battlescope.gateway.audit;

import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.audit.AuditEntry;
import io.battlescope.view.audit.FindAudit;
import io.battlescope.view.page.PageRequest;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController implements AuditApi {

    private final Asker asker;
    private final Cursors cursors;

    AuditController(Asker asker, Cursors cursors) {
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<AuditEntry> audit(AuditParameters wanted) {
        new FieldErrors()
                .require(
                        wanted.from() == null
                                || wanted.to() == null
                                || !wanted.from().isAfter(wanted.to()),
                        "to",
                        "is before from")
                .throwIfAny();
        String list = String.join(
                "\n",
                "audit",
                String.valueOf(wanted.actor()),
                String.valueOf(wanted.what()),
                String.valueOf(wanted.target()),
                wanted.outcome() + " " + wanted.from() + " " + wanted.to());
        PageRequest page = cursors.page(wanted, list);
        FindAudit question = new FindAudit(
                wanted.actor(), wanted.what(), wanted.target(), wanted.outcome(), wanted.from(), wanted.to(), page);
        return cursors.answer(asker.askAnew(question), list);
    }
}
