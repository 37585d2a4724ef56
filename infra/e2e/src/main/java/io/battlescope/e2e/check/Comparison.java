package io.battlescope.e2e.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rest.ApiClient;
import io.battlescope.e2e.rule.Mail;
import io.battlescope.e2e.rule.PaperBattle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that the system answers, against everything that is expected. */
public final class Comparison {

    private static final int ASKERS = 4;
    /** One killmail of so many is asked for by its address. */
    private static final int ADDRESSED = 5;

    private final ApiClient api;
    private final Expectation expectation;
    private final Findings findings = new Findings();
    private final BattleCheck battleCheck = new BattleCheck(findings);
    private final KillmailCheck killmailCheck = new KillmailCheck(findings);
    private final Map<Set<Long>, PaperBattle> expected;
    private final Map<Long, PaperBattle> expectedByMail;
    private final Set<PaperBattle> met = ConcurrentHashMap.newKeySet();
    private final Map<Long, String> battleOfMail = new ConcurrentHashMap<>();

    private Comparison(ApiClient api, Expectation expectation) {
        this.api = api;
        this.expectation = expectation;
        this.expected = expectation.battles().stream().collect(Collectors.toMap(PaperBattle::ids, Function.identity()));
        this.expectedByMail = expectation.battles().stream()
                .flatMap(battle -> battle.ids().stream().map(id -> Map.entry(id, battle)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A sentence for each difference. */
    public static List<String> differences(ApiClient api, Expectation expectation)
            throws IOException, InterruptedException {
        Comparison comparison = new Comparison(api, expectation);
        comparison.status();
        comparison.battles();
        comparison.killmails();
        List<String> silent = api.answersWithoutFreshness();
        if (!silent.isEmpty()) {
            comparison.findings.add(
                    silent.size() + " answers do not say how fresh they are, the first to " + silent.getFirst());
        }
        return comparison.findings.sentences();
    }

    private void status() throws IOException, InterruptedException {
        JsonNode status = api.status().orElseThrow(() -> new IOException("The status cannot be read."));
        JsonNode killmails = status.path("killmails");
        findings.same("accepted", killmails.path("accepted").longValue(), (long)
                expectation.mails().size());
        findings.same(
                "accepted, duplicates, refused, quarantined and come right together",
                Expectation.settled(status),
                expectation.lines());
        long byCode = 0;
        for (JsonNode count : killmails.path("quarantinedByCode")) {
            byCode += count.longValue();
        }
        findings.same(
                "quarantined by code", byCode, killmails.path("quarantined").longValue());
    }

    private void battles() throws IOException, InterruptedException {
        List<JsonNode> listed = api.list("/battles");
        findings.same("number of battles", listed.size(), expected.size());
        Set<String> ids = new HashSet<>();
        for (JsonNode battle : listed) {
            if (!ids.add(battle.path("battleId").textValue())) {
                findings.add("Battle " + battle.path("battleId") + " is listed twice");
            }
        }
        sideBySide(ids, this::battle);
        expectation.battles().stream()
                .filter(battle -> !met.contains(battle))
                .forEach(battle -> findings.add(
                        "No battle holds exactly the " + battle.ids().size()
                                + " killmails of system " + battle.systemId() + " around killmail "
                                + battle.ids().iterator().next()));
    }

    private void battle(String battleId) throws IOException, InterruptedException {
        JsonNode battle = api.find("/battles/" + battleId).orElse(null);
        if (battle == null) {
            findings.add("Battle " + battleId + " is listed and cannot be found");
            return;
        }
        List<JsonNode> killmails = api.list("/battles/" + battleId + "/killmails");
        Set<Long> ids = new HashSet<>();
        for (JsonNode killmail : killmails) {
            long id = killmail.path("killmailId").longValue();
            ids.add(id);
            if (battleOfMail.put(id, battleId) != null) {
                findings.add("Killmail " + id + " is in two battles, or twice in one; the last is " + battleId);
            }
        }
        PaperBattle paper = expected.get(ids);
        if (paper == null) {
            findings.add(odd(battleId, ids));
            return;
        }
        met.add(paper);
        battleCheck.check(battle, killmails, paper);
        for (JsonNode killmail : killmails) {
            Mail mail = paper.mails().get(killmail.path("killmailId").longValue());
            killmailCheck.check(killmail, mail, battleId);
            killmailCheck.attribution(killmail, mail, paper);
        }
    }

    private String odd(String battleId, Set<Long> ids) {
        PaperBattle nearest = ids.stream()
                .filter(expectedByMail::containsKey)
                .findFirst()
                .map(expectedByMail::get)
                .orElse(null);
        String sentence = "Battle " + battleId + " holds " + ids.size() + " killmails that are no battle by the rule";
        if (nearest == null) {
            return sentence;
        }
        Set<Long> missing = new HashSet<>(nearest.ids());
        missing.removeAll(ids);
        Set<Long> extra = new HashSet<>(ids);
        extra.removeAll(nearest.ids());
        return sentence + "; against the nearest, missing " + missing + ", extra " + extra;
    }

    /** Each one in the list of the latest, and some by their address. */
    private void killmails() throws IOException, InterruptedException {
        Set<Long> listed = new HashSet<>();
        for (JsonNode killmail : api.list("/killmails/recent")) {
            long id = killmail.path("killmailId").longValue();
            Mail mail = expectation.mails().get(id);
            if (!listed.add(id)) {
                findings.add("Killmail " + id + " is listed twice");
            } else if (mail == null) {
                findings.add("Killmail " + id + " is listed and never went in");
            } else {
                killmailCheck.check(killmail, mail, battleOfMail.get(id));
            }
        }
        expectation.mails().keySet().stream()
                .filter(id -> !listed.contains(id))
                .forEach(id -> findings.add("Killmail " + id + " is not listed"));
        sideBySide(
                expectation.mails().values().stream()
                        .filter(mail -> mail.id() % ADDRESSED == 0)
                        .toList(),
                this::killmail);
    }

    private void killmail(Mail mail) throws IOException, InterruptedException {
        JsonNode killmail = api.find("/killmails/" + mail.id()).orElse(null);
        if (killmail == null) {
            findings.add("Killmail " + mail.id() + " cannot be found");
        } else {
            killmailCheck.check(killmail, mail, battleOfMail.get(mail.id()));
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        void ask(T about) throws IOException, InterruptedException;
    }

    private static <T> void sideBySide(Iterable<T> all, Asking<T> asking) throws IOException, InterruptedException {
        List<Callable<Void>> questions = new ArrayList<>();
        for (T each : all) {
            questions.add(() -> {
                asking.ask(each);
                return null;
            });
        }
        try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            for (Future<Void> answer : askers.invokeAll(questions)) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }
}
