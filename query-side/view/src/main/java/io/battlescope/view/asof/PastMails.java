package io.battlescope.view.asof;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Victim;
import io.battlescope.api.side.KillEvidence;
import io.battlescope.api.side.PairEvidence;
import io.battlescope.view.battle.Timeline;
import io.battlescope.view.battle.TopLoss;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.side.PartyRows;
import io.battlescope.view.side.PartyRows.Losses;
import io.battlescope.view.side.SideHull;
import io.battlescope.view.side.Standing;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a set of killmails comes to; the tables of the Query DB say the same of the set of today. */
final class PastMails {

    private static final Comparator<BattleKillmail> DEAREST_FIRST = Comparator.comparing(
                    (BattleKillmail mail) -> mail.value().isk(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparingLong(BattleKillmail::killmailId);

    private static final BigDecimal NO_ISK = new BigDecimal("0.00");

    private final List<BattleKillmail> mails;
    private final Set<Long> pilotsWithoutShip;
    private final PastPilots pilots;

    PastMails(List<BattleKillmail> mails) {
        this.mails = mails;
        this.pilots = PastPilots.on(mails);
        Set<Long> shipLosers = mails.stream()
                .map(BattleKillmail::victim)
                .filter(Victim::isShip)
                .map(Victim::characterId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.pilotsWithoutShip = mails.stream()
                .map(mail -> mail.victim().characterId())
                .filter(Objects::nonNull)
                .filter(pilot -> !shipLosers.contains(pilot))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean counts(Victim victim) {
        return !victim.capsule() || victim.characterId() == null || pilotsWithoutShip.contains(victim.characterId());
    }

    Collection<Party> parties() {
        return mails.stream()
                .flatMap(mail -> Stream.concat(
                        Stream.of(mail.victim()).map(Victim::party),
                        mail.attackers().stream().map(Attacker::party)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    List<PairEvidence> pairs() {
        Map<List<Long>, PairEvidence> pairs = new HashMap<>();
        for (BattleKillmail mail : mails) {
            KillEvidence.of(mail)
                    .forEach(pair -> pairs.merge(List.of(pair.low(), pair.high()), pair, PairEvidence::plus));
        }
        return List.copyOf(pairs.values());
    }

    PartyRows partyRows() {
        Map<Long, Losses> losses = new TreeMap<>();
        for (BattleKillmail mail : mails) {
            Party party = mail.victim().party();
            losses.merge(
                    party == null ? 0 : party.id(),
                    new Losses(party, counts(mail.victim()) ? 1 : 0, isk(mail)),
                    (a, b) ->
                            new Losses(a.party(), a.count() + b.count(), a.isk().add(b.isk())));
        }
        return new PartyRows(List.copyOf(losses.values()), pilots.byParty());
    }

    private static BigDecimal isk(BattleKillmail mail) {
        return mail.value().isKnown() ? mail.value().isk() : NO_ISK;
    }

    List<SideHull> hulls(Standing standing) {
        List<SideHull> hulls = new ArrayList<>(pilots.hulls(standing));
        for (BattleKillmail mail : mails) {
            Victim victim = mail.victim();
            hulls.add(new SideHull(side(victim, standing), victim.hullTypeId(), victim.isPilot() ? 0 : 1, 1));
        }
        Map<List<Integer>, SideHull> sums = new HashMap<>();
        hulls.forEach(hull -> sums.merge(key(hull), hull, SideHull::plus));
        return List.copyOf(sums.values());
    }

    private static List<Integer> key(SideHull hull) {
        List<Integer> key = new ArrayList<>();
        key.add(hull.sideId());
        key.add(hull.hullTypeId());
        return key;
    }

    private static Integer side(Victim victim, Standing standing) {
        return victim.party() == null ? null : standing.sideOf(victim.party().id());
    }

    List<Timeline.Entry> minutes(Standing standing) {
        return mails.stream()
                .map(mail -> new Timeline.Entry(
                        mail.occurredAt().truncatedTo(ChronoUnit.MINUTES),
                        side(mail.victim(), standing),
                        1,
                        counts(mail.victim()) ? 1 : 0,
                        mail.value().isk()))
                .toList();
    }

    private Stream<BattleKillmail> dearest() {
        return mails.stream().sorted(DEAREST_FIRST).limit(TopLoss.SHOWN);
    }

    List<TopLoss> topLosses(Names names, EntityNames entities) {
        return dearest().map(mail -> loss(mail, names, entities)).toList();
    }

    /** The ids of everybody whom the battle shows. */
    Long[] named(List<PartySide> sides) {
        Stream<Party> parties = Stream.concat(parties().stream(), sides.stream().map(PartySide::party));
        Stream<Long> victims = dearest()
                .map(BattleKillmail::victim)
                .flatMap(victim -> Stream.of(victim.characterId(), victim.corporationId(), victim.allianceId()));
        return Stream.concat(parties.map(Party::id), victims.filter(Objects::nonNull))
                .distinct()
                .toArray(Long[]::new);
    }

    private static TopLoss loss(BattleKillmail mail, Names names, EntityNames entities) {
        Victim victim = mail.victim();
        return new TopLoss(
                mail.killmailId(),
                mail.occurredAt(),
                entities.combatant(victim.characterId(), victim.corporationId(), victim.allianceId(), victim.party()),
                victim.hullTypeId(),
                names.type(victim.hullTypeId()),
                mail.value().isk());
    }
}
