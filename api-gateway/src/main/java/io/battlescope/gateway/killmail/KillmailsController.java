package io.battlescope.gateway.killmail;

import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.killmail.FindKillmail;
import io.battlescope.view.killmail.FindRecentKillmails;
import io.battlescope.view.killmail.KillmailDetail;
import io.battlescope.view.killmail.KillmailSummary;
import io.battlescope.view.page.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KillmailsController implements KillmailsApi {

    private final Asker asker;
    private final Cursors cursors;

    KillmailsController(Asker asker, Cursors cursors) {
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<KillmailSummary> recent(RecentParameters parameters) {
        Set<Integer> systems = some(parameters.systemId());
        Set<Integer> regions = some(parameters.regionId());
        String list = "killmails " + systems + " " + regions + " " + parameters.since();
        PageRequest page = cursors.page(parameters, list);
        return cursors.answer(asker.ask(new FindRecentKillmails(systems, regions, parameters.since(), page)), list);
    }

    @Override
    public ResponseEntity<KillmailDetail> killmail(Long killmailId) {
        KillmailDetail killmail = asker.ask(new FindKillmail(killmailId))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.KILLMAIL_NOT_FOUND, "There is no killmail " + killmailId + "."));
        return ResponseEntity.ok().eTag(tag(killmail)).body(killmail);
    }

    /**
     * Neither a battle that falls below its threshold, which takes its id away, nor a name that becomes known touches the
     * killmail's rows.
     */
    private static String tag(KillmailDetail killmail) {
        long changed = ChronoUnit.MICROS.between(Instant.EPOCH, killmail.changedAt());
        return "W/\"" + Long.toString(changed, Character.MAX_RADIX)
                + (killmail.killmail().battleId() == null ? "" : "-b")
                + (killmail.namesTag().isEmpty() ? "" : "-" + killmail.namesTag()) + "\"";
    }

    /** Sorted, so that a cursor fits whatever order the values were given in. */
    private static Set<Integer> some(Set<Integer> values) {
        return values == null ? Set.of() : new TreeSet<>(values);
    }
}
