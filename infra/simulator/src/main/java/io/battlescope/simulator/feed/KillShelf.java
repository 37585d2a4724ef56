package io.battlescope.simulator.feed;

import io.battlescope.simulator.war.Kill;
import io.battlescope.simulator.war.Order;
import io.battlescope.simulator.war.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kills by a number each, of which only the latest are kept: the world can play an activity again whenever one of its kills is wanted.
 */
final class KillShelf {

    /** A kill with what it holds on to, by measurement; the shelf may take a third of the heap. */
    private static final long BYTES_A_KILL = 1_500;

    private static final int INDEX_BITS = 16;
    private static final int NUMBER_BITS = 20;
    /** In place of a slot: the number is that of an order. */
    private static final long ORDERED = (1L << 27) - 1;

    private final World world;
    private final long firstSlot;
    private final List<Order> orders = new ArrayList<>();
    private final long room = Runtime.getRuntime().maxMemory() / 3 / BYTES_A_KILL;
    private final Map<Long, List<Kill>> activities = new LinkedHashMap<>(64, 0.75f, true);
    private long kept;

    KillShelf(World world, long firstSlot) {
        this.world = world;
        this.firstSlot = firstSlot;
    }

    long reference(long slot, int number, int index) {
        return (slot - firstSlot) << (NUMBER_BITS + INDEX_BITS) | (long) number << INDEX_BITS | index;
    }

    long reference(Order order, int index) {
        return ORDERED << (NUMBER_BITS + INDEX_BITS) | (long) order.number() << INDEX_BITS | index;
    }

    synchronized void remember(Order order) {
        while (orders.size() <= order.number()) {
            orders.add(null);
        }
        orders.set(order.number(), order);
    }

    /** All kills of the activity that a reference is one of. */
    synchronized List<Kill> activity(long reference) {
        long key = reference >>> INDEX_BITS;
        List<Kill> kills = activities.get(key);
        if (kills == null) {
            kills = play(key);
            activities.put(key, kills);
            kept += kills.size();
            tidy();
        }
        return kills;
    }

    Kill kill(long reference) {
        return activity(reference).get((int) (reference & ((1 << INDEX_BITS) - 1)));
    }

    private List<Kill> play(long key) {
        long slot = key >>> NUMBER_BITS;
        int number = (int) (key & ((1 << NUMBER_BITS) - 1));
        return slot == ORDERED ? world.kills(orders.get(number)) : world.kills(firstSlot + slot, number);
    }

    private void tidy() {
        var eldest = activities.entrySet().iterator();
        while (kept > room && activities.size() > 1) {
            kept -= eldest.next().getValue().size();
            eldest.remove();
        }
    }
}
