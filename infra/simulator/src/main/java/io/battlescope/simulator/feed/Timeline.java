package io.battlescope.simulator.feed;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.war.Kill;
import io.battlescope.simulator.war.Kind;
import io.battlescope.simulator.war.Order;
import io.battlescope.simulator.war.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * How the world becomes known: kills get ids in the order in which they happen, and their mails get numbers in the order in which they
 * are posted. It goes on second by second and never back, and with the same journal it always comes out the same.
 */
public final class Timeline {

    public static final long FIRST_SEQUENCE = 97_000_001;
    public static final long FIRST_KILLMAIL = 131_000_001;
    /** Ids of mails that are broken; no other has one from here on. */
    public static final long FIRST_BROKEN = 1_900_000_000;

    /** Seconds from an order to its first kill. */
    private static final int ORDER_LEAD = 5;

    private static final int EDITION_BITS = 3;

    private final World world;
    private final Journal journal;
    private final Journal.Entry.Begun begun;
    private final KillShelf shelf;
    private final TreeMap<Long, Double> rates = new TreeMap<>();
    private final Map<Long, List<Order>> orders = new HashMap<>();
    private final Map<Long, Flaw> spoilt = new HashMap<>();
    private long lastSpoilt;
    private int orderCount;

    /** What will happen, by second: references and when they are posted. */
    private final Map<Long, Longs> happening = new HashMap<>();
    /** What will be posted, by second: kill and edition. */
    private final Map<Long, Longs> posting = new HashMap<>();

    private final Longs references = new Longs();
    /** By kill: the second of its first publication, 0 before. */
    private final Longs postedAt = new Longs();
    /** By kill: the number of its first publication, 0 while it has none. */
    private final Longs sequenceOf = new Longs();
    /** By day since 1970: the first kill. */
    private final TreeMap<Long, Integer> firstOfDay = new TreeMap<>();

    /** By number: kill and edition. */
    private final Longs published = new Longs();

    private final Longs uploadedAt = new Longs();
    private final Map<Long, Long> updates = new HashMap<>();
    private final Map<Long, Edition> rewritten = new HashMap<>();
    private final Deque<Long> rewrittenUnannounced = new ArrayDeque<>();
    private DoubleSupplier flaws = () -> 0;
    private long second;
    private boolean stopped;

    private Timeline(World world, Journal journal, Journal.Entry.Begun begun) {
        this.world = world;
        this.journal = journal;
        this.begun = begun;
        this.shelf = new KillShelf(world, World.slotOf(begun.start()));
        this.second = World.slotOf(begun.start()) * World.SLOT_SECONDS - 1;
    }

    /** A new world; its first rates and orders are to follow before it is advanced. */
    public static Timeline begin(World world, Journal journal, Journal.Entry.Begun begun) {
        journal.write(begun);
        return new Timeline(world, journal, begun);
    }

    /** The world that a journal tells of, at its beginning. */
    public static Timeline resume(World world, Journal journal) {
        Timeline timeline = new Timeline(
                world, journal, (Journal.Entry.Begun) journal.kept().getFirst());
        journal.kept().forEach(timeline::recall);
        return timeline;
    }

    private void recall(Journal.Entry entry) {
        switch (entry) {
            case Journal.Entry.Begun _ -> {
                // read before
            }
            case Journal.Entry.Rate(long slot, double rate) -> rates.put(slot, rate);
            case Journal.Entry.Ordered(Order order) -> expect(order);
            case Journal.Entry.Spoilt(long sequence, Flaw flaw) -> {
                spoilt.put(sequence, flaw);
                lastSpoilt = Math.max(lastSpoilt, sequence);
            }
        }
    }

    /** Which share of the numbers are broken mails put in between. */
    public void spoiling(DoubleSupplier share) {
        this.flaws = share;
    }

    /** From a second on, or from now on when that is past. */
    public synchronized void rate(long fromSecond, double killsPerSecond) {
        long slot = Math.max(World.slotOf(fromSecond), World.slotOf(second) + 1);
        journal.write(new Journal.Entry.Rate(slot, killsPerSecond));
        rates.put(slot, killsPerSecond);
    }

    public synchronized double rate() {
        Map.Entry<Long, Double> latest = rates.lastEntry();
        return latest == null ? 0 : latest.getValue();
    }

    /** @param notBefore when it should begin at the earliest, in seconds since 1970 */
    public synchronized Order order(long notBefore, Kind kind, int systemId, int losses) {
        Order order = new Order(orderCount, Math.max(notBefore, second + ORDER_LEAD), kind, systemId, losses);
        journal.write(new Journal.Entry.Ordered(order));
        expect(order);
        begin(second);
        return order;
    }

    private void expect(Order order) {
        orderCount = Math.max(orderCount, order.number() + 1);
        shelf.remember(order);
        orders.computeIfAbsent(order.start() - ORDER_LEAD, _ -> new ArrayList<>())
                .add(order);
    }

    /** While it is stopped nothing happens, so that what was published can be counted; what was missed happens when it goes on. */
    public synchronized void stop(boolean wanted) {
        stopped = wanted;
    }

    /** Lets the time pass until a second, and everything happen that happens meanwhile. */
    public synchronized void advance(long until) {
        while (!stopped && second < until) {
            second++;
            if (second % World.SLOT_SECONDS == 0) {
                play(World.slotOf(second));
            }
            happen();
            post();
            begin(second);
        }
    }

    private void play(long slot) {
        Map.Entry<Long, Double> rate = rates.floorEntry(slot);
        for (int number : world.activities(slot, rate == null ? 0 : rate.getValue())) {
            List<Kill> kills = shelf.activity(shelf.reference(slot, number, 0));
            for (int i = 0; i < kills.size(); i++) {
                happens(kills.get(i), shelf.reference(slot, number, i));
            }
        }
    }

    private void begin(long at) {
        List<Order> due = orders.remove(at);
        if (due != null) {
            for (Order order : due) {
                List<Kill> kills = shelf.activity(shelf.reference(order, 0));
                for (int i = 0; i < kills.size(); i++) {
                    happens(kills.get(i), shelf.reference(order, i));
                }
            }
        }
    }

    private void happens(Kill kill, long reference) {
        Destiny destiny = Destiny.of(kill, begun.latePercent());
        Longs then = happening.computeIfAbsent(kill.time(), _ -> new Longs());
        then.add(reference);
        then.add(destiny.delay());
        then.add(
                destiny.again() == null
                        ? 0
                        : (long) destiny.after() << EDITION_BITS
                                | destiny.again().ordinal());
    }

    private void happen() {
        Longs now = happening.remove(second);
        if (now == null) {
            return;
        }
        firstOfDay.putIfAbsent(Math.floorDiv(second, 86_400), references.size());
        for (int i = 0; i < now.size(); i += 3) {
            int kill = references.size();
            references.add(now.get(i));
            postedAt.add(0);
            sequenceOf.add(0);
            long first = second + now.get(i + 1);
            posts(first, kill, Edition.FIRST.ordinal());
            long again = now.get(i + 2);
            if (again != 0) {
                posts(first + (again >>> EDITION_BITS), kill, (int) (again & ((1 << EDITION_BITS) - 1)));
            }
        }
    }

    private void posts(long at, int kill, int edition) {
        posting.computeIfAbsent(at, _ -> new Longs()).add((long) kill << EDITION_BITS | edition);
    }

    private void post() {
        Longs now = posting.remove(second);
        for (int i = 0; now != null && i < now.size(); i++) {
            long packed = now.get(i);
            int kill = (int) (packed >>> EDITION_BITS);
            Edition edition = editionOf(packed);
            if (edition == Edition.FIRST) {
                postedAt.set(kill, second);
            }
            if (second < begun.feedFrom()) {
                continue;
            }
            if (!edition.rewrites()) {
                publish(packed, kill, edition);
            } else if (sequenceOf.get(kill) != 0) {
                rewritten.put(sequenceOf.get(kill), edition);
                rewrittenUnannounced.add(sequenceOf.get(kill));
            }
        }
    }

    private void publish(long packed, int kill, Edition edition) {
        if (isSpoilt(head() + 1)) {
            add(packed);
        }
        add(packed);
        if (edition == Edition.FIRST) {
            sequenceOf.set(kill, head());
        }
        Long update = rewrittenUnannounced.poll();
        if (update != null) {
            updates.put(head(), update);
        }
    }

    private void add(long packed) {
        published.add(packed);
        uploadedAt.add(second);
    }

    /** Past numbers are what the journal says; new ones are a matter of chance, and go into the journal. */
    private boolean isSpoilt(long sequence) {
        if (sequence <= lastSpoilt) {
            return spoilt.containsKey(sequence);
        }
        Dice dice = Dice.of(world.seed(), sequence, 0x464C4157L);
        if (dice.share() >= flaws.getAsDouble()) {
            return false;
        }
        Flaw flaw = Flaw.values()[dice.below(Flaw.values().length)];
        journal.write(new Journal.Entry.Spoilt(sequence, flaw));
        spoilt.put(sequence, flaw);
        return true;
    }

    private static Edition editionOf(long packed) {
        return Edition.values()[(int) (packed & ((1 << EDITION_BITS) - 1))];
    }

    public World world() {
        return world;
    }

    /** The newest number; one less than the first while there is none. */
    public synchronized long head() {
        return FIRST_SEQUENCE + published.size() - 1;
    }

    /** Until when everything has happened, in seconds since 1970. */
    public synchronized long now() {
        return second;
    }

    public synchronized long start() {
        return begun.start();
    }

    /** How many kills have happened. */
    public synchronized int kills() {
        return references.size();
    }

    public synchronized Optional<Publication> publication(long sequence) {
        if (sequence < FIRST_SEQUENCE || sequence > head()) {
            return Optional.empty();
        }
        int index = (int) (sequence - FIRST_SEQUENCE);
        long packed = published.get(index);
        int kill = (int) (packed >>> EDITION_BITS);
        Flaw flaw = spoilt.get(sequence);
        return Optional.of(new Publication(
                sequence,
                uploadedAt.get(index),
                flaw == null ? FIRST_KILLMAIL + kill : FIRST_BROKEN + index,
                shelf.kill(references.get(kill)),
                editionOf(packed),
                rewritten.get(sequence),
                updates.getOrDefault(sequence, 0L),
                flaw));
    }

    /** When a number was uploaded; cheaper than to ask for all of it. */
    public synchronized long uploadedAt(long sequence) {
        return uploadedAt.get((int) (sequence - FIRST_SEQUENCE));
    }

    /** A kill by its place in the order of kills, which begins with 0. */
    public synchronized Posted posted(int index) {
        return new Posted(FIRST_KILLMAIL + index, shelf.kill(references.get(index)), postedAt.get(index));
    }

    public synchronized Optional<Posted> killmail(long killmailId) {
        long index = killmailId - FIRST_KILLMAIL;
        return index < 0 || index >= references.size() ? Optional.empty() : Optional.of(posted((int) index));
    }

    /** What zKillboard knows about a posted killmail now. */
    public synchronized Edition latest(Posted posted) {
        Destiny destiny = Destiny.of(posted.kill(), begun.latePercent());
        boolean again = destiny.again() != null && posted.postedAt() + destiny.after() <= second;
        return again ? destiny.again() : Edition.FIRST;
    }

    /** The days (since 1970) on which anything happened. */
    public synchronized List<Long> days() {
        return List.copyOf(firstOfDay.keySet());
    }

    /** Places of the kills of a day: from, inclusive, and to, exclusive. */
    public synchronized int[] killsOf(long day) {
        Integer from = firstOfDay.get(day);
        Map.Entry<Long, Integer> next = firstOfDay.higherEntry(day);
        return from == null ? new int[] {0, 0} : new int[] {from, next == null ? references.size() : next.getValue()};
    }
}
