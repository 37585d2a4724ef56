package io.battlescope.e2e.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Who flies: alliances, corporations without one, and loners in NPC corporations, who each are a party of their own. */
final class Pilots {

    /** Ids as ESI gives them; 0 where the mail names none. */
    record Pilot(long character, long corporation, long alliance) {}

    private static final int GROUPS = 24;
    private static final int PER_GROUP = 14;
    private static final long NPC_CORPORATION = 1_000_167;

    private final List<List<Pilot>> groups = new ArrayList<>();

    Pilots() {
        for (int group = 0; group < GROUPS; group++) {
            List<Pilot> members = new ArrayList<>();
            for (int i = 0; i < PER_GROUP; i++) {
                members.add(member(group, i));
            }
            groups.add(members);
        }
    }

    private static Pilot member(int group, int index) {
        long character = 2_112_000_000L + group * 1_000L + index;
        return switch (group % 4) {
            case 0, 1 -> new Pilot(character, 98_000_000L + group * 10L + index % 3, 99_000_000L + group);
            case 2 -> new Pilot(character, 98_500_000L + group, 0);
            default -> new Pilot(character, NPC_CORPORATION, 0);
        };
    }

    List<Pilot> group(Random dice) {
        return groups.get(dice.nextInt(GROUPS));
    }
}
