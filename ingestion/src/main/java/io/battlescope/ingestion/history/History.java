package io.battlescope.ingestion.history;

import io.battlescope.esi.Esi;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The past, from whoever has it. */
public final class History implements AutoCloseable {

    @FunctionalInterface
    private interface Attempt {
        void run() throws FeedException, InterruptedException;
    }

    private final ZkillHistory zkillboard;
    private final EsiKillmails esi;
    private final EveRef everef;
    private final KillmailValidator validator;

    private History(ZkillHistory zkillboard, EsiKillmails esi, EveRef everef, KillmailValidator validator) {
        this.zkillboard = zkillboard;
        this.esi = esi;
        this.everef = everef;
        this.validator = validator;
    }

    /** From the host of zKillboard's history, from ESI, and from EVE Ref. */
    public static History of(HistoryHost host, Esi esi, URI everef, String userAgent, KillmailValidator validator) {
        return new History(new ZkillHistory(host), new EsiKillmails(esi), new EveRef(everef, userAgent), validator);
    }

    /** How many killmails zKillboard has by now, for each day that it has dumped. */
    public Map<LocalDate, Long> totals() throws FeedException, InterruptedException {
        return zkillboard.totals();
    }

    /** What zKillboard lists of a day; empty when it has not dumped it. */
    public Optional<Listing> index(LocalDate day) throws FeedException, InterruptedException {
        return zkillboard.index(day);
    }

    /**
     * What zKillboard lists of a day, or else EVE Ref; empty when neither has it.
     *
     * @throws FeedException when zKillboard cannot be read and EVE Ref does not help, or EVE Ref would have to and cannot be read
     */
    public Optional<Listing> list(LocalDate day) throws FeedException, InterruptedException {
        Optional<Listing> index;
        try {
            index = zkillboard.index(day);
        } catch (FeedException e) {
            return Optional.of(archived(day, e));
        }
        return index.isPresent() ? index : everef.index(day);
    }

    /** That a day has killmails and no list of them is to be had. An edge of the source's network can answer 404 for a while. */
    public static FeedException noIndex(LocalDate day) {
        return new FeedException(
                "history-missing", "No index of " + day + " is there (404), although the day has killmails", null);
    }

    /**
     * Hands over killmails of a day: from the day's dump, else from ESI when its budget has room for that many, else from EVE Ref,
     * and what that lacks from ESI however long it takes. A source in trouble is passed over as long as another helps, and so is one
     * whose copy of a killmail is none: only what the last that can be asked has broken is handed over as it is.
     *
     * @throws FeedException when some could not be had for a reason that passes
     */
    public void fetch(LocalDate day, Listing listing, Collection<Long> killmailIds, MailSink sink)
            throws FeedException, InterruptedException {
        Map<Long, String> wanted = new HashMap<>();
        killmailIds.forEach(id -> wanted.put(id, listing.hashes().get(id)));
        Judge judge = new Judge(validator, sink, false);
        FeedException raw = attempt(wanted, () -> zkillboard.raw(day, wanted, judge));
        FeedException few = esi.canAfford(wanted.size()) ? attempt(wanted, () -> esi.fetch(wanted, judge)) : null;
        FeedException archive = attempt(wanted, () -> everef.fetch(day, wanted, judge));
        FeedException trouble = Stream.of(raw, archive, few)
                .filter(one -> one != null)
                .findFirst()
                .orElse(null);
        if (!wanted.isEmpty() && (trouble == null || esi.canAfford(wanted.size()))) {
            esi.fetch(wanted, judge.ofLast());
        }
        if (!wanted.isEmpty() && trouble != null) {
            throw trouble;
        }
    }

    @Override
    public void close() {
        everef.close();
    }

    private Listing archived(LocalDate day, FeedException trouble) throws FeedException, InterruptedException {
        Optional<Listing> archive = Optional.empty();
        try {
            archive = everef.index(day);
        } catch (FeedException e) {
            trouble.addSuppressed(e);
        }
        return archive.orElseThrow(() -> trouble);
    }

    private static FeedException attempt(Map<Long, String> wanted, Attempt attempt) throws InterruptedException {
        if (!wanted.isEmpty()) {
            try {
                attempt.run();
            } catch (FeedException e) {
                return e;
            }
        }
        return null;
    }
}
