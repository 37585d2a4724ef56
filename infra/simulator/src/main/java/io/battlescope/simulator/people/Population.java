package io.battlescope.simulator.people;

import io.battlescope.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everybody. Made once from the seed; who is at war with whom is part of it. */
public final class Population {

    private static final int COALITIONS = 7;
    private static final int PIRATES = 24;
    private static final int LONE_CORPORATIONS = 60;
    private static final int NEWCOMERS = 20_000;
    private static final long FIRST_ALLIANCE = 99_012_000;
    private static final long FIRST_CORPORATION = 98_700_000;
    private static final long FIRST_CHARACTER = 2_117_000_000L;
    private static final long FIRST_NEWCOMER = 2_123_000_000L;
    /** Schools of the four empires, where new characters begin. */
    private static final List<Long> SCHOOLS =
            List.of(1_000_044L, 1_000_115L, 1_000_165L, 1_000_166L, 1_000_167L, 1_000_168L, 1_000_169L, 1_000_170L);

    private final Map<Long, Alliance> alliances = new HashMap<>();
    private final Map<Long, Corporation> corporations = new HashMap<>();
    private final Map<Long, Pilot> pilots = new HashMap<>();
    private final List<Coalition> coalitions = new ArrayList<>();
    private final List<Coalition> pirates = new ArrayList<>();
    private final List<Corporation> lone = new ArrayList<>();
    private final List<Pilot> newcomers = new ArrayList<>();
    private final Set<Integer> wars = new HashSet<>();
    private final Names names;
    private final Dice dice;

    public Population(long seed) {
        this.dice = Dice.of(seed, 0x50454F504C45L);
        this.names = new Names(dice);
        for (int i = 0; i < COALITIONS; i++) {
            coalitions.add(coalition(i, dice.between(4, 7), 4, 9));
        }
        for (int i = 0; i < PIRATES; i++) {
            pirates.add(coalition(COALITIONS + i, 1, 2, 5));
        }
        for (int i = 0; i < LONE_CORPORATIONS; i++) {
            lone.add(corporation(0, dice.between(8, 40)));
        }
        for (int i = 0; i < NEWCOMERS; i++) {
            newcomers.add(remembered(new Pilot(FIRST_NEWCOMER + i, dice.of(SCHOOLS), 0, 0, security())));
        }
        declareWars();
    }

    /** The large ones, which hold space. */
    public List<Coalition> coalitions() {
        return coalitions;
    }

    /** Small alliances that shoot everybody. */
    public List<Coalition> pirates() {
        return pirates;
    }

    public List<Corporation> loneCorporations() {
        return lone;
    }

    /** Members of NPC corporations, each on the own account. */
    public List<Pilot> newcomers() {
        return newcomers;
    }

    public Collection<Alliance> alliances() {
        return alliances.values();
    }

    /** Whether two of the large coalitions are at war. */
    public boolean atWar(Coalition one, Coalition other) {
        return wars.contains(war(one.number(), other.number()));
    }

    public List<Coalition> enemiesOf(Coalition coalition) {
        return coalitions.stream().filter(other -> atWar(coalition, other)).toList();
    }

    public Optional<Alliance> alliance(long id) {
        return Optional.ofNullable(alliances.get(id));
    }

    public Optional<Corporation> corporation(long id) {
        return Optional.ofNullable(corporations.get(id));
    }

    public Optional<Pilot> pilot(long characterId) {
        return Optional.ofNullable(pilots.get(characterId));
    }

    public String nameOf(Pilot pilot) {
        return Names.pilot(pilot.characterId());
    }

    private Coalition coalition(int number, int size, int fewest, int most) {
        List<Alliance> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long id = FIRST_ALLIANCE + alliances.size() * 17L;
            String name = names.alliance();
            List<Corporation> own = new ArrayList<>();
            int count = dice.between(fewest, most);
            for (int corporation = 0; corporation < count; corporation++) {
                own.add(corporation(id, dice.skewed(30, 160)));
            }
            Alliance alliance = new Alliance(id, name, names.ticker(name), List.copyOf(own));
            alliances.put(id, alliance);
            members.add(alliance);
        }
        return new Coalition(number, names.coalition(), List.copyOf(members));
    }

    private Corporation corporation(long allianceId, int size) {
        int number = corporations.size();
        long id = FIRST_CORPORATION + number * 13L;
        String name = names.corporation();
        List<Pilot> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long characterId = FIRST_CHARACTER + number * 1_000L + i;
            members.add(remembered(new Pilot(characterId, id, allianceId, 0, security())));
        }
        Corporation corporation = new Corporation(id, name, names.ticker(name), allianceId, List.copyOf(members));
        corporations.put(id, corporation);
        return corporation;
    }

    private Pilot remembered(Pilot pilot) {
        pilots.put(pilot.characterId(), pilot);
        return pilot;
    }

    private double security() {
        return dice.percent(35) ? 5.0 : Math.round((dice.share() * 14 - 9) * 10) / 10.0;
    }

    /** Each fights the next one round the map, and some an enemy further away. */
    private void declareWars() {
        for (int i = 0; i < COALITIONS; i++) {
            wars.add(war(i, (i + 1) % COALITIONS));
            if (dice.percent(30)) {
                wars.add(war(i, (i + 3) % COALITIONS));
            }
        }
    }

    private static int war(int one, int other) {
        return Math.min(one, other) * 1000 + Math.max(one, other);
    }
}
