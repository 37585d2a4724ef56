package io.battlescope.command.story;

import static io.battlescope.command.story.KillmailBuilder.CAPSULE;
import static io.battlescope.command.story.KillmailBuilder.JORUND;
import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static io.battlescope.command.story.KillmailBuilder.place;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.BattleRefusedException;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.battle.SidesDrawn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;

/** A small fight that many tests begin with: Ann of one alliance against Bob and Cid of another. */
public final class BattleOfJorund {

    public static final String BATTLE = "battle-of-jorund";
    public static final String SKIRMISH = "skirmish-at-the-gate";

    public static final Pilot ANN = Pilot.of(Pilot.GOONSWARM, 1);
    public static final Pilot BOB = Pilot.of(Pilot.FRATERNITY, 2);
    public static final Pilot CID = Pilot.of(Pilot.FRATERNITY, 3);

    public static final BattleKillmail ANN_LOSES_HER_RIFTER = aKillmail(1)
            .in(JORUND)
            .at("10:21")
            .of(RIFTER, ANN)
            .by(BOB)
            .worth("400000.50")
            .linkedTo(2, BOB, 60);
    public static final BattleKillmail CID_LOSES_HIS_RIFTER = aKillmail(2)
            .in(JORUND)
            .at("10:22")
            .of(RIFTER, CID)
            .by(ANN)
            .worth("600000.25")
            .linkedTo(1, ANN, 60);
    public static final BattleKillmail ANN_LOSES_HER_CAPSULE = aKillmail(3)
            .in(JORUND)
            .at("10:23")
            .of(CAPSULE, ANN)
            .by(BOB, CID)
            .ofUnknownWorth()
            .linkedTo(1, BOB, 120);

    public static final BattleOpened OPENED = new BattleOpened(BATTLE, JORUND, place(JORUND), LinkageRule.DEFAULT, 2);
    public static final KillmailsAttributed FIRST_BLOOD = new KillmailsAttributed(
            BATTLE,
            JORUND,
            List.of(ANN_LOSES_HER_RIFTER, CID_LOSES_HIS_RIFTER),
            totals(2, 2, 3, "1000000.75", 0, "10:21", "10:22"));
    public static final KillmailsAttributed CAPSULE_FOLLOWS = new KillmailsAttributed(
            BATTLE, JORUND, List.of(ANN_LOSES_HER_CAPSULE), totals(3, 2, 3, "1000000.75", 1, "10:21", "10:23"));

    public static final SidesDrawn SIDES = new SidesDrawn(
            BATTLE, JORUND, List.of(new PartySide(BOB.party(), 1, false), new PartySide(ANN.party(), 2, false)), 2);

    private BattleOfJorund() {}

    public static BattleTotals totals(
            int kills, int losses, int pilots, String isk, int unvalued, String from, String to) {
        return new BattleTotals(kills, losses, pilots, new BigDecimal(isk), unvalued, time(from), time(to));
    }

    public static Instant time(String timeOfDay) {
        return Instant.parse("2021-11-28T" + timeOfDay + ":00Z");
    }

    public static Matcher<Object> refusal(BattleRefusal code) {
        return new BaseMatcher<>() {
            @Override
            public boolean matches(Object actual) {
                return actual instanceof BattleRefusedException refused && refused.refusal() == code;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("a refusal with code " + code);
            }
        };
    }
}
