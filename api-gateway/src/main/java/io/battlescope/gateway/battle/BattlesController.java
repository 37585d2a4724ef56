package io.battlescope.gateway.battle;

import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.Problem.FieldProblem;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.asof.BattleAsOf;
import io.battlescope.view.asof.FindBattleAsOf;
import io.battlescope.view.battle.BattleComposition;
import io.battlescope.view.battle.BattleDetail;
import io.battlescope.view.battle.BattleFilter;
import io.battlescope.view.battle.BattleLocation;
import io.battlescope.view.battle.BattleSort;
import io.battlescope.view.battle.BattleSummary;
import io.battlescope.view.battle.BattleTimeline;
import io.battlescope.view.battle.FindBattle;
import io.battlescope.view.battle.FindBattleComposition;
import io.battlescope.view.battle.FindBattleParticipants;
import io.battlescope.view.battle.FindBattleTimeline;
import io.battlescope.view.battle.FindBattles;
import io.battlescope.view.battle.LocateBattle;
import io.battlescope.view.battle.Participant;
import io.battlescope.view.history.FindBattleHistory;
import io.battlescope.view.history.HistoryEntry;
import io.battlescope.view.killmail.BattleKillmailView;
import io.battlescope.view.killmail.FindBattleKillmails;
import io.battlescope.view.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BattlesController implements BattlesApi {

    private static final String KILLMAILS = "battle-killmails";
    private static final String HISTORY = "battle-history";
    private static final String PARTICIPANTS = "battle-participants";
    private static final Pattern BATTLE_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private final Asker asker;
    private final Cursors cursors;

    BattlesController(Asker asker, Cursors cursors) {
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<BattleSummary> battles(BattlesParameters parameters) {
        BattleFilter filter = parameters.filter();
        BattleSort sort = parameters.order();
        String list = "battles " + sort + " " + filter;
        return cursors.answer(asker.ask(new FindBattles(filter, sort, cursors.page(parameters, list))), list);
    }

    @Override
    public ResponseEntity<BattleDetail> battle(
            String battleId, BattleParameters parameters, HttpServletRequest request) {
        requirePossible(battleId);
        return parameters.asOf() == null
                ? whole(battleId, "", asker.ask(new FindBattle(battleId)), BattlesController::tag, request)
                : asOf(battleId, parameters.asOf(), request);
    }

    /** A name that becomes known changes the answer without touching the battle. */
    private static String tag(BattleDetail battle) {
        String names = battle.namesTag();
        return battle.battle().version() + (names.isEmpty() ? "" : "-" + names);
    }

    private ResponseEntity<BattleDetail> asOf(String battleId, Instant at, HttpServletRequest request) {
        if (at.isAfter(Instant.now())) {
            throw new ProblemException(
                    ProblemCode.PARAMETER_INVALID,
                    "See fieldErrors.",
                    List.of(new FieldProblem("asOf", "is in the future")));
        }
        return switch (asker.ask(new FindBattleAsOf(battleId, at))) {
            case BattleAsOf.Known known -> tagged(tag(known.battle()), known.battle());
            case BattleAsOf.Merged merged -> redirect(merged.intoBattleId(), "", request);
            case BattleAsOf.TooFewLosses _ ->
                throw notFound("Battle " + battleId + " held too few losses at " + at + " to be one.");
            case BattleAsOf.NotYet _ -> {
                requireKnown(battleId);
                throw notFound("Battle " + battleId + " was not known yet at " + at + ".");
            }
        };
    }

    @Override
    public ResponseEntity<BattleComposition> composition(String battleId, HttpServletRequest request) {
        requirePossible(battleId);
        Optional<BattleComposition> found = asker.ask(new FindBattleComposition(battleId));
        return whole(battleId, "/composition", found, composition -> String.valueOf(composition.version()), request);
    }

    @Override
    public ResponseEntity<BattleTimeline> timeline(String battleId, HttpServletRequest request) {
        requirePossible(battleId);
        Optional<BattleTimeline> found = asker.ask(new FindBattleTimeline(battleId));
        return whole(battleId, "/timeline", found, timeline -> String.valueOf(timeline.version()), request);
    }

    @Override
    public ListAnswer<HistoryEntry> history(String battleId, PageParameters parameters) {
        requirePossible(battleId);
        Page<HistoryEntry> page = asker.ask(new FindBattleHistory(battleId, cursors.page(parameters, HISTORY)));
        if (page.items().isEmpty()) {
            requireKnown(battleId);
        }
        return cursors.answer(page, HISTORY);
    }

    /** Something that a battle has one of. */
    private <T> ResponseEntity<T> whole(
            String battleId, String part, Optional<T> found, Function<T, String> tag, HttpServletRequest request) {
        if (found.isPresent()) {
            return tagged(tag.apply(found.get()), found.get());
        }
        BattleLocation survivor = locate(battleId).filter(BattleLocation::moved).orElseThrow(() -> noSuch(battleId));
        return redirect(survivor.battleId(), part, request);
    }

    private static <T> ResponseEntity<T> tagged(String tag, T body) {
        return ResponseEntity.ok().eTag("W/\"" + tag + "\"").body(body);
    }

    @Override
    public ResponseEntity<ListAnswer<BattleKillmailView>> killmails(
            String battleId, PageParameters parameters, HttpServletRequest request) {
        requirePossible(battleId);
        Page<BattleKillmailView> page =
                asker.ask(new FindBattleKillmails(battleId, cursors.page(parameters, KILLMAILS)));
        return part(battleId, "/killmails", page, KILLMAILS, request);
    }

    @Override
    public ResponseEntity<ListAnswer<Participant>> participants(
            String battleId, PageParameters parameters, HttpServletRequest request) {
        requirePossible(battleId);
        Page<Participant> page =
                asker.ask(new FindBattleParticipants(battleId, cursors.page(parameters, PARTICIPANTS)));
        return part(battleId, "/participants", page, PARTICIPANTS, request);
    }

    /** Only an empty page makes us ask whether there is such a battle at all. */
    private <T> ResponseEntity<ListAnswer<T>> part(
            String battleId, String part, Page<T> page, String list, HttpServletRequest request) {
        ResponseEntity<ListAnswer<T>> answer = ResponseEntity.ok(cursors.answer(page, list));
        if (!page.items().isEmpty()) {
            return answer;
        }
        BattleLocation location = locate(battleId).orElseThrow(() -> noSuch(battleId));
        if (location.moved()) {
            return redirect(location.battleId(), part, request);
        }
        if (!location.visible()) {
            throw noSuch(battleId);
        }
        return answer;
    }

    private static <T> ResponseEntity<T> redirect(String battleId, String part, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String path = request.getContextPath() + "/api/v1/battles/" + battleId + part + query;
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    private Optional<BattleLocation> locate(String battleId) {
        return asker.ask(new LocateBattle(battleId));
    }

    private static boolean possible(String battleId) {
        return BATTLE_ID.matcher(battleId).matches();
    }

    private static void requirePossible(String battleId) {
        if (!possible(battleId)) {
            throw noSuch(battleId);
        }
    }

    /** Whatever became of it. */
    private void requireKnown(String battleId) {
        if (locate(battleId).isEmpty()) {
            throw noSuch(battleId);
        }
    }

    private static ProblemException noSuch(String battleId) {
        return notFound("There is no battle " + (possible(battleId) ? battleId : "of this id") + ".");
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(ProblemCode.BATTLE_NOT_FOUND, detail);
    }
}
