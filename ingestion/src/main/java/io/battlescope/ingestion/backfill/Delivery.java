package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.history.MailSink;
import io.battlescope.ingestion.store.SetAside;
import io.battlescope.ingestion.validation.RejectionCode;
import io.battlescope.ingestion.validation.Validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Brings killmails of one day to the gate, in batches. Its place in the feed is a running count. */
final class Delivery implements MailSink {

    /** Small, as the live feed waits for one to pass. */
    private static final int BATCH = 50;

    private static final long BATCH_BYTES = 4 * 1024 * 1024;

    /** Told of each batch that has passed. */
    @FunctionalInterface
    interface Passed {
        void passed(int killmails);
    }

    private final String jobId;
    private final Gate gate;
    private final Passed passed;
    private final List<RawKillmail> killmails = new ArrayList<>();
    private final List<SetAside> aside = new ArrayList<>();
    private Position position;
    private long bytes;

    Delivery(String jobId, Gate gate, Position position, Passed passed) {
        this.jobId = jobId;
        this.gate = gate;
        this.position = position;
        this.passed = passed;
    }

    @Override
    public void mail(long killmailId, byte[] envelope) throws InterruptedException {
        killmails.add(new RawKillmail(nextNumber(), envelope, envelope.length, killmailId));
        bytes += envelope.length;
        flushIfFull();
    }

    @Override
    public void refused(long killmailId, String hash, String detail) throws InterruptedException {
        byte[] question = ("killmail " + killmailId + ", hash " + hash).getBytes(StandardCharsets.UTF_8);
        RawKillmail raw = new RawKillmail(nextNumber(), question, question.length, killmailId);
        aside.add(SetAside.of(raw, new Rejected(RejectionCode.ESI_REFUSED, detail, killmailId)));
        flushIfFull();
    }

    /** Brings what is left. */
    void flush() throws InterruptedException {
        int count = killmails.size() + aside.size();
        if (count == 0) {
            return;
        }
        Position after = new Position(position.number() + count, 0);
        gate.pass(jobId, new Batch(Gate.SOURCE, "", position, after, killmails), List.copyOf(aside), count);
        position = after;
        killmails.clear();
        aside.clear();
        bytes = 0;
        passed.passed(count);
    }

    private void flushIfFull() throws InterruptedException {
        if (killmails.size() + aside.size() >= BATCH || bytes >= BATCH_BYTES) {
            flush();
        }
    }

    private long nextNumber() {
        return position.number() + killmails.size() + aside.size() + 1;
    }
}
