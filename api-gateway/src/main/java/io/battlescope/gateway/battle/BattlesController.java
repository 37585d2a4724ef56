package io.battlescope.gateway.battle;

import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.battle.BattleDetail;
import io.battlescope.view.battle.BattleFilter;
import io.battlescope.view.battle.BattleLocation;
import io.battlescope.view.battle.BattleSort;
import io.battlescope.view.battle.BattleSummary;
import io.battlescope.view.battle.FindBattle;
import io.battlescope.view.battle.FindBattleParticipants;
import io.battlescope.view.battle.FindBattles;
import io.battlescope.view.battle.LocateBattle;
import io.battlescope.view.battle.Participant;
import io.battlescope.view.killmail.FindBattleKillmails;
import io.battlescope.view.killmail.KillmailSummary;
import io.battlescope.view.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BattlesController implements BattlesApi {

    private static final String KILLMAILS = "battle-killmails";
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
    public ResponseEntity<BattleDetail> battle(String battleId, HttpServletRequest request) {
        Optional<BattleDetail> battle = possible(battleId) ? asker.ask(new FindBattle(battleId)) : Optional.empty();
        if (battle.isPresent()) {
            BattleDetail found = battle.get();
            return ResponseEntity.ok().eTag(tag(found.battle())).body(found);
        }
        BattleLocation survivor = locate(battleId).filter(BattleLocation::moved).orElseThrow(() -> notFound(battleId));
        return redirect(survivor, "", request);
    }

    @Override
    public ResponseEntity<ListAnswer<KillmailSummary>> killmails(
            String battleId, PageParameters parameters, HttpServletRequest request) {
        requirePossible(battleId);
        Page<KillmailSummary> page = asker.ask(new FindBattleKillmails(battleId, cursors.page(parameters, KILLMAILS)));
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
        BattleLocation location = locate(battleId).orElseThrow(() -> notFound(battleId));
        if (location.moved()) {
            return redirect(location, part, request);
        }
        if (!location.visible()) {
            throw notFound(battleId);
        }
        return answer;
    }

    private static <T> ResponseEntity<T> redirect(BattleLocation location, String part, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String path = request.getContextPath() + "/api/v1/battles/" + location.battleId() + part + query;
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    private Optional<BattleLocation> locate(String battleId) {
        return possible(battleId) ? asker.ask(new LocateBattle(battleId)) : Optional.empty();
    }

    /** The version does not grow when a battle merely falls quiet, so the status belongs to the tag. */
    private static String tag(BattleSummary battle) {
        return "W/\"" + battle.version() + "-" + battle.status().ordinal() + "\"";
    }

    private static boolean possible(String battleId) {
        return BATTLE_ID.matcher(battleId).matches();
    }

    private static void requirePossible(String battleId) {
        if (!possible(battleId)) {
            throw notFound(battleId);
        }
    }

    private static ProblemException notFound(String battleId) {
        String shown = possible(battleId) ? " " + battleId : " of this id";
        return new ProblemException(ProblemCode.BATTLE_NOT_FOUND, "There is no battle" + shown + ".");
    }
}
