package io.battlescope.ingestion.feed;

import java.io.IOException;

/** Gives a source's payloads evenly at a fixed rate. */
public final class PacedSource implements KillmailSource {

    private final KillmailSource source;
    private final Pacer pacer;

    public PacedSource(KillmailSource source, double killmailsPerSecond) {
        this.source = source;
        this.pacer = new Pacer(killmailsPerSecond);
    }

    @Override
    public Batch next(int max) throws FeedException, InterruptedException {
        int due = pacer.await();
        if (due == 0) {
            return Batch.NOTHING;
        }
        Batch batch = source.next(Math.min(max, due));
        if (batch.payloads().isEmpty()) {
            pacer.idle();
        } else {
            pacer.gave(batch.payloads().size());
        }
        return batch;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public void rewind() {
        source.rewind();
    }

    @Override
    public FeedState state() {
        return source.state();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
