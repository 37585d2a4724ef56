package io.battlescope.ingestion.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** A payload that was set aside, found again by where it came from. */
@Entity
@Table(name = "quarantine")
@SuppressWarnings("UnusedVariable") // columns that are read by people with SQL
class QuarantinedPayload implements Persistable<QuarantinedPayload.Place> {

    /** Where the payload stood. */
    @Embeddable
    record Place(String source, long position) {}

    @EmbeddedId
    private Place place;

    private String code;
    private String detail;
    private Long killmailId;
    private String payload;
    private Instant firstSeen;
    private Instant releasedAt;

    /** For JPA. */
    protected QuarantinedPayload() {}

    QuarantinedPayload(String feed, SetAside aside, Instant now) {
        this.place = new Place(feed, aside.number());
        this.code = aside.code().name();
        this.detail = aside.detail();
        this.killmailId = aside.killmailId();
        this.payload = aside.payload();
        this.firstSeen = now;
    }

    @Override
    public Place getId() {
        return place;
    }

    /** Only what is not there yet is saved, so there is no need to look for each row first. */
    @Override
    public boolean isNew() {
        return true;
    }
}
