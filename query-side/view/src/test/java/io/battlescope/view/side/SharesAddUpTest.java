package io.battlescope.view.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.side.KillEvidence;
import io.battlescope.api.side.PairEvidence;
import io.battlescope.api.universe.Universe;
import io.battlescope.view.fixture.RandomMails;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SharesAddUpTest {

    private static final Names NAMES = new Names(Universe.load());

    @Property(tries = 200)
    void sidesAndUnassignedAreTheWhole(
            @ForAll long seed, @ForAll @IntRange(max = 40) int mails, @ForAll @IntRange(max = 4) int sides) {
        Fight fight = new Fight(seed, mails, sides);
        SidesInFull full = fight.inFull();

        List<BattleShare> shares = Stream.concat(
                        full.sides().stream().map(Side::share),
                        Stream.of(full.unassigned().share()))
                .toList();

        assertThat(shares.stream().reduce(BattleShare.NONE, BattleShare::plus)).isEqualTo(fight.whole());
        // the rest must be what is left over, never a debt
        assertThat(full.unassigned().share())
                .satisfies(share -> assertThat(share.killCount()).isNotNegative())
                .satisfies(share -> assertThat(share.lossCount()).isNotNegative())
                .satisfies(share -> assertThat(share.pilotCount()).isNotNegative())
                .satisfies(share -> assertThat(share.iskLost()).isNotNegative())
                .satisfies(share -> assertThat(share.iskDestroyed()).isNotNegative());
    }

    @Property(tries = 100)
    void thePartiesOfASideAreTheSideAndListsSayTheSame(
            @ForAll long seed, @ForAll @IntRange(max = 40) int mails, @ForAll @IntRange(max = 4) int sides) {
        Fight fight = new Fight(seed, mails, sides);
        SidesInFull full = fight.inFull();

        for (Side side : full.sides()) {
            assertThat(side.parties().stream().map(PartyView::share).reduce(BattleShare.NONE, BattleShare::plus))
                    .isEqualTo(side.share());
        }
        SidesAtAGlance glance = fight.atAGlance();
        assertThat(glance.sides())
                .extracting(SideSummary::share)
                .isEqualTo(full.sides().stream().map(Side::share).toList());
        assertThat(glance.unassigned().share()).isEqualTo(full.unassigned().share());
        assertThat(glance.unassigned().friendlyFire())
                .isEqualTo(full.unassigned().friendlyFire());
    }

    @Property(tries = 100)
    void confidenceIsBetweenNothingAndCertainty(@ForAll long seed, @ForAll @IntRange(max = 4) int sides) {
        SidesInFull full = new Fight(seed, 30, sides).inFull();

        assertThat(Stream.concat(
                        full.sides().stream().flatMap(side -> side.parties().stream()),
                        full.unassigned().parties().stream()))
                .extracting(PartyView::confidence)
                .allSatisfy(confidence -> assertThat(confidence).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
    }

    /** A random fight, and parties that stand on random sides. */
    private static final class Fight {

        private final List<BattleKillmail> mails;
        private final Standing standing;
        private final PartyRows rows;
        private final List<PairEvidence> pairs;
        private final Set<Party> parties;

        Fight(long seed, int count, int sides) {
            this.mails = new RandomMails(seed, Instant.EPOCH, 6, 25).mails(count, 5);
            this.parties = mails.stream()
                    .flatMap(mail -> Stream.concat(
                            Stream.of(mail.victim()).map(victim -> victim.party()),
                            mail.attackers().stream().map(attacker -> attacker.party())))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            Random random = new Random(seed);
            this.standing = new Standing(parties.stream()
                    .map(party -> {
                        int side = random.nextInt(sides + 1);
                        return new PartySide(party, side == 0 ? null : side, false);
                    })
                    .toList());
            Map<List<Long>, PairEvidence> sums = new HashMap<>();
            mails.stream()
                    .flatMap(mail -> KillEvidence.of(mail).stream())
                    .forEach(pair -> sums.merge(List.of(pair.low(), pair.high()), pair, PairEvidence::plus));
            this.pairs = List.copyOf(sums.values());
            this.rows = new PartyRows(
                    mails.stream()
                            .map(mail -> new PartyRows.Losses(mail.victim().party(), 1, isk(mail)))
                            .toList(),
                    parties.stream()
                            .map(party -> new PartyRows.Pilots(party, 3))
                            .toList());
        }

        private static BigDecimal isk(BattleKillmail mail) {
            return mail.value().isKnown() ? mail.value().isk() : BattleShare.NO_ISK;
        }

        BattleShare whole() {
            BigDecimal isk = mails.stream().map(Fight::isk).reduce(BattleShare.NO_ISK, BigDecimal::add);
            return new BattleShare(mails.size(), mails.size(), parties.size() * 3, isk, isk);
        }

        SidesInFull inFull() {
            return new SidesInFull(
                    standing,
                    whole(),
                    true,
                    parties.stream().map(EntityNames.NONE::party).toList(),
                    pairs,
                    rows,
                    new HashSet<>(),
                    NAMES);
        }

        /** As the list counts: fire summed up by side beforehand. */
        SidesAtAGlance atAGlance() {
            SideShares shares = new SideShares(whole(), standing.sides());
            for (PairEvidence pair : pairs) {
                boolean own = pair.low() == pair.high();
                Integer low = standing.sideOf(pair.low());
                Integer high = standing.sideOf(pair.high());
                shares.fired(new SideFire(low, high, own, pair.killsByLow(), pair.iskByLow()));
                shares.fired(new SideFire(high, low, own, pair.killsByHigh(), pair.iskByHigh()));
            }
            rows.shares().forEach(share -> shares.add(standing.sideOf(share.partyId()), share.share()));
            return SidesAtAGlance.of(standing, parties, shares, true, EntityNames.NONE);
        }
    }
}
