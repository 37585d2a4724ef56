package io.battlescope.e2e.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.battlescope.e2e.check.Comparison;
import io.battlescope.e2e.check.Expectation;
import io.battlescope.e2e.rest.ApiClient;
import io.battlescope.e2e.rule.Hulls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The steps from a feed that has stopped to a verdict on what the system has made of it. */
public final class LedgerCheck {

    /** What waits until the system's status is as asked, or gives up with an exception. */
    @FunctionalInterface
    public interface Waiting {
        void until(String what, Predicate<JsonNode> condition) throws IOException, InterruptedException;
    }

    /** The pointer trails the head by less than this; what is missing behind it cannot be told from what is still to come. */
    private static final int POINTER_TRAILS = 52;

    private final NewEden eden;
    private final ApiClient api;
    private final ApiClient admin;
    private final Hulls hulls;
    private final Waiting waiting;
    private final List<String> findings = new ArrayList<>();
    private Set<Long> lost = Set.of();
    private String summary = "";

    /** @param admin the same gateway as {@code api}, asked with the admin's token */
    public LedgerCheck(NewEden eden, ApiClient api, ApiClient admin, Hulls hulls, Waiting waiting) {
        this.eden = eden;
        this.api = api;
        this.admin = admin;
        this.hulls = hulls;
        this.waiting = waiting;
    }

    /** A sentence for each difference. The simulator's clock has to stand still. */
    public List<String> differences() throws IOException, InterruptedException {
        long head = NewEden.head(eden.status());
        waiting.until("the feed is read up to the pointer", status -> position(status) > head - POINTER_TRAILS);
        awaitGaps();
        for (long number : onRecord()) {
            if (eden.isThere(number)) {
                findings.add("Number " + number + " is on record as lost and is there");
            }
        }
        // what cannot be told to be lost, so near the head, is there again
        eden.fault("expired", 0);
        waiting.until("the feed is read to its end", status -> position(status) == head);
        awaitGaps();
        lost = onRecord();

        eden.tellTheTruth();
        Account account = Account.of(eden, lost);
        Expectation expectation = Expectation.of(account.numbers(), account.mails(), hulls);
        waiting.until(
                "all of it has arrived, which is " + expectation.mails().size() + " killmails and "
                        + expectation.battles().size() + " battles, and only what is broken is set aside",
                status -> expectation.isHeld(status)
                        && quarantined(status) == account.broken().size());
        JsonNode status = api.status().orElseThrow(() -> new IOException("The status cannot be read."));
        counts(status, account);
        quarantine(account.broken());
        findings.addAll(Comparison.differences(api, expectation.of(Expectation.settled(status))));
        summary = account.numbers() + " numbers read, " + lost.size() + " lost and on record as gaps; "
                + expectation.mails().size() + " killmails accepted, " + account.refused() + " refused, "
                + account.broken().size() + " broken and in quarantine; "
                + expectation.battles().size()
                + " battles. Status: " + status.path("killmails") + ". Faults: "
                + eden.status().path("faultsStruck");
        return List.copyOf(findings);
    }

    /** Numbers that nobody could read, all on record. */
    public Set<Long> lost() {
        return lost;
    }

    /** What was compared, in figures. */
    public String summary() {
        return summary;
    }

    private static long quarantined(JsonNode status) {
        return status.path("killmails").path("quarantined").longValue();
    }

    private static long position(JsonNode status) {
        return counter(status, "position");
    }

    /** What ingestion has on record is read a moment later, and then nobody waits for it any more. */
    private void awaitGaps() throws IOException, InterruptedException {
        Instant asked = Instant.now();
        waiting.until(
                "all gaps on record can be read",
                status -> reportedAt(status).isAfter(asked) && counter(status, "gaps") == gaps().size());
    }

    private static long counter(JsonNode status, String name) {
        return ingestion(status).path("counters").path(name).longValue();
    }

    private static Instant reportedAt(JsonNode status) {
        JsonNode time = ingestion(status).path("reportedAt");
        return time.isTextual() ? Instant.parse(time.textValue()) : Instant.EPOCH;
    }

    private static JsonNode ingestion(JsonNode status) {
        for (JsonNode service : status.path("services")) {
            if (service.path("service").asText().equals("ingestion")) {
                return service;
            }
        }
        return MissingNode.getInstance();
    }

    /** Numbers on record as gaps. */
    private Set<Long> onRecord() {
        Set<Long> numbers = new TreeSet<>();
        for (JsonNode gap : gaps()) {
            long last = gap.path("lastSequence").longValue();
            for (long number = gap.path("firstSequence").longValue(); number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private List<JsonNode> gaps() {
        try {
            return admin.list("/admin/feeds/gaps");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while gaps were read", e);
        }
    }

    /**
     * Each number is counted once, as what came right in the end where it came damaged first; how often a number that was written again
     * has been read by now is a matter of chance: at once, and after a while.
     */
    private void counts(JsonNode status, Account account) {
        JsonNode killmails = status.path("killmails");
        long settled = Expectation.settled(status) - killmails.path("cameRight").longValue();
        if (settled < account.numbers() || settled > account.numbers() + 2 * account.updates()) {
            findings.add(settled + " deliveries are counted of " + account.numbers() + " numbers and "
                    + account.updates() + " that were written again");
        }
        if (killmails.path("quarantined").longValue() != account.broken().size()) {
            findings.add(killmails.path("quarantined") + " are counted as quarantined and "
                    + account.broken().size() + " were broken");
        }
        if (killmails.path("refused").longValue() < account.refused()) {
            findings.add(
                    killmails.path("refused") + " are counted as refused and " + account.refused() + " were to be");
        }
    }

    private void quarantine(Set<Long> broken) throws IOException, InterruptedException {
        Set<Long> seen = new HashSet<>();
        for (JsonNode letter : admin.list("/admin/quarantine")) {
            String position = letter.path("position").asText();
            boolean expected = letter.path("stage").asText().equals("ingestion")
                    && position.matches("\\d{1,18}")
                    && broken.contains(Long.valueOf(position));
            if (!expected) {
                findings.add("In quarantine and not broken: " + letter.path("stage") + " " + position + " "
                        + letter.path("code") + " " + letter.path("detail"));
            } else if (!seen.add(Long.valueOf(position))) {
                findings.add("Number " + position + " is in quarantine twice");
            }
        }
        broken.stream()
                .filter(number -> !seen.contains(number))
                .forEach(number -> findings.add("Number " + number + " is broken and not in quarantine"));
    }
}
