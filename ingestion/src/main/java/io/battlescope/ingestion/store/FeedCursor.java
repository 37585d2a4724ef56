package io.battlescope.ingestion.store;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.Position;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The stored place in a feed, with what became of the payloads before it. */
@Entity
@Table(name = "feed_cursor")
@SuppressWarnings("UnusedVariable") // columns that are read by people with SQL
class FeedCursor {

    @Id
    private String feed;

    private long number;
    private long mark;
    private String fingerprint;
    private long accepted;
    private long revalued;
    private long duplicates;
    private long quarantined;
    private long cameRight;
    private Instant updatedAt;

    /** For JPA. */
    protected FeedCursor() {}

    FeedCursor(String feed) {
        this.feed = feed;
        this.number = Position.START.number();
        this.mark = Position.START.mark();
        this.fingerprint = "";
    }

    void move(Batch batch, Settled settled, Instant now) {
        number = batch.after().number();
        mark = batch.after().mark();
        fingerprint = batch.fingerprint();
        count(settled, now);
    }

    void count(Settled settled, Instant now) {
        accepted += settled.accepted();
        revalued += settled.revalued();
        duplicates += settled.duplicates();
        quarantined += settled.setAside();
        cameRight += settled.cameRight();
        updatedAt = now;
    }

    Position position() {
        return new Position(number, mark);
    }

    Bookmark bookmark() {
        return new Bookmark(feed, position(), fingerprint);
    }

    long accepted() {
        return accepted;
    }

    long revalued() {
        return revalued;
    }

    long duplicates() {
        return duplicates;
    }

    long cameRight() {
        return cameRight;
    }
}
