package io.battlescope.e2e.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.e2e.feed.Pilots.Pilot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A month of fights in a few systems: large and small, some side by side, with pauses of just 15 minutes and a second more. */
final class Fights {

    /** High, low and null security, a wormhole, Pochven, abyssal space, and one that no map shows. */
    private static final int[] SYSTEMS = {
        30000142, 30002537, 30001046, 30004759, 30003704, 31000005, 30045328, 32000001, 30999999
    };

    private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");
    private static final int DAYS = 30;
    private static final int LARGEST = 60;
    private static final int GAP = 900;

    private final Random dice;
    private final Bodies bodies;
    private final Pilots pilots = new Pilots();

    Fights(Random dice) {
        this.dice = dice;
        this.bodies = new Bodies(dice);
    }

    /** By time within each fight, a capsule behind its ship. */
    List<ObjectNode> mails(int count) {
        List<ObjectNode> mails = new ArrayList<>();
        while (mails.size() < count) {
            mails.addAll(fight());
        }
        return new ArrayList<>(mails.subList(0, count));
    }

    private List<ObjectNode> fight() {
        int system = SYSTEMS[dice.nextInt(SYSTEMS.length)];
        int kills = dice.nextInt(3) == 0 ? 1 : 1 + dice.nextInt(LARGEST);
        Instant time = BEGIN.plusSeconds(dice.nextInt(DAYS * 86_400));
        List<Pilot> attackers = pilots.group(dice);
        List<Pilot> defenders = pilots.group(dice);
        List<ObjectNode> mails = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            // who shoots changes, and sometimes somebody joins
            boolean turned = dice.nextInt(3) == 0;
            List<Pilot> shooting = turned ? defenders : attackers;
            List<Pilot> dying = turned ? attackers : dice.nextInt(15) == 0 ? pilots.group(dice) : defenders;
            time = time.plusSeconds(pause());
            mails.addAll(kill(system, time, any(dying), some(shooting)));
        }
        return mails;
    }

    private List<ObjectNode> kill(int system, Instant time, Pilot victim, List<Pilot> shooting) {
        List<ObjectNode> mails = new ArrayList<>();
        switch (dice.nextInt(20)) {
            case 0 -> mails.add(bodies.structureLoss(system, time, victim, shooting));
            case 1 -> mails.add(bodies.capsuleLoss(system, time, victim, shooting));
            case 2 -> {
                mails.add(bodies.shipLoss(system, time, victim, List.of()));
                Bodies.addNpc(mails.getLast());
            }
            case 3, 4, 5, 6 -> {
                mails.add(bodies.shipLoss(system, time, victim, shooting));
                mails.add(bodies.capsuleLoss(system, time.plusSeconds(dice.nextInt(40)), victim, shooting));
            }
            case 7 -> {
                mails.add(bodies.shipLoss(system, time, victim, shooting));
                Bodies.addNpc(mails.getLast());
            }
            default -> mails.add(bodies.shipLoss(system, time, victim, shooting));
        }
        return mails;
    }

    private int pause() {
        return switch (dice.nextInt(40)) {
            case 0 -> GAP;
            case 1 -> GAP + 1;
            default -> dice.nextInt(240);
        };
    }

    private Pilot any(List<Pilot> pilotsOfGroup) {
        return pilotsOfGroup.get(dice.nextInt(pilotsOfGroup.size()));
    }

    private List<Pilot> some(List<Pilot> pilotsOfGroup) {
        List<Pilot> shuffled = new ArrayList<>(pilotsOfGroup);
        Collections.shuffle(shuffled, dice);
        return shuffled.subList(0, 1 + dice.nextInt(shuffled.size()));
    }
}
