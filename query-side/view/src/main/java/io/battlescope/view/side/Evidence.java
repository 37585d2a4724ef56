package io.battlescope.view.side;

import io.battlescope.api.side.PairEvidence;
import io.battlescope.view.name.NamedParty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a reader is shown for a party's place: whom it had most to do with, as friend or foe. */
final class Evidence {

    private static final int SHOWN = 5;

    private final Map<Long, NamedParty> parties;
    private final Map<Long, List<Seen>> byParty = new HashMap<>();
    private final boolean valued;

    Evidence(Map<Long, NamedParty> parties, Collection<PairEvidence> pairs, boolean valued) {
        this.parties = parties;
        this.valued = valued;
        pairs.stream()
                .filter(pair -> pair.low() != pair.high())
                .flatMap(pair -> Stream.of(new Seen(pair, true), new Seen(pair, false)))
                .filter(seen -> parties.containsKey(seen.other()))
                .forEach(seen -> byParty.computeIfAbsent(seen.party(), id -> new ArrayList<>())
                        .add(seen));
    }

    List<PairView> of(long party) {
        return byParty.getOrDefault(party, List.of()).stream()
                .sorted(Comparator.comparingLong(Seen::weight).reversed().thenComparingLong(Seen::other))
                .limit(SHOWN)
                .map(seen -> seen.view(parties.get(seen.other()), valued))
                .toList();
    }

    /** A pair as one of the two sees it. */
    private record Seen(PairEvidence pair, boolean fromLow) {

        long party() {
            return fromLow ? pair.low() : pair.high();
        }

        long other() {
            return fromLow ? pair.high() : pair.low();
        }

        long weight() {
            return pair.hostility() + pair.attraction();
        }

        PairView view(NamedParty other, boolean valued) {
            return new PairView(
                    other,
                    fromLow ? pair.killsByLow() : pair.killsByHigh(),
                    fromLow ? pair.killsByHigh() : pair.killsByLow(),
                    fromLow ? pair.mailsByLow() : pair.mailsByHigh(),
                    fromLow ? pair.mailsByHigh() : pair.mailsByLow(),
                    pair.mailsTogether(),
                    valued ? (fromLow ? pair.iskByLow() : pair.iskByHigh()) : null);
        }
    }
}
