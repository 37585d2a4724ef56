package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.store.Passed;
import io.battlescope.ingestion.store.Quarantined;
import io.battlescope.ingestion.store.SetAside;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what in quarantine has come right with a batch: what was there before, and what the batch itself brings there. */
record CameRight(String feed, List<Passed> passed, List<SetAside> aside) {

    List<Quarantined> among(List<Quarantined> before) {
        Set<Long> broken = aside.stream().map(SetAside::number).collect(Collectors.toSet());
        Stream<Quarantined> others =
                before.stream().filter(one -> !(one.feed().equals(feed) && broken.contains(one.number())));
        Stream<Quarantined> own = aside.stream()
                .filter(this::isBettered)
                .map(one -> new Quarantined(feed, one.number(), one.code().name(), one.payload()));
        return Stream.concat(others, own).toList();
    }

    /** Whether the same killmail came right after it. */
    private boolean isBettered(SetAside broken) {
        return passed.stream()
                .anyMatch(one ->
                        Long.valueOf(one.killmailId()).equals(broken.killmailId()) && one.number() > broken.number());
    }
}
