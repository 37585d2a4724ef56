package io.battlescope.ingestion.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.battlescope.api.topic.Topic;
import io.battlescope.ingestion.validation.Validation.Accepted;
import io.battlescope.ingestion.validation.Validation.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Decides whether a payload is a killmail: an ESI body, alone or with {@code killmail_hash} and {@code zkb} beside its fields, or
 * an R2Z2 envelope with the body under {@code esi}. Unknown fields are fine, a repeated key counts with its last value, and a
 * {@code null} is a missing field.
 *
 * <p>A hash or a {@code zkb} block that is malformed does not lose the kill: the killmail is accepted without it.
 */
public final class KillmailValidator {

    /** What the envelope around the body needs of a message, generously. */
    private static final int MESSAGE_OVERHEAD = 4096;
    /** Bytes of the largest payload that fits a message. */
    public static final int MAX_BYTES = Topic.MAX_MESSAGE_BYTES - MESSAGE_OVERHEAD;

    static final int MAX_ATTACKERS = 10_000;
    private static final Instant EVE_OPENED = Instant.parse("2003-05-06T00:00:00Z");
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);
    /** ESI needs 6 levels. Messages allow 64, and wrap the body once. */
    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(256)
                    .maxNumberLength(100)
                    .build())
            // names come from outside: they must not fill the JVM's table of interned strings
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Clock clock;

    public KillmailValidator(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is text that JSON can be read from; a copy that was damaged on the way may not be. */
    public static boolean isText(byte[] payload) {
        return Utf8.check(payload) == Utf8.CLEAN;
    }

    public Validation validate(byte[] payload) {
        return validate(payload, payload.length);
    }

    /**
     * Judges a payload of which perhaps only the beginning was kept.
     *
     * @param payload the payload, or only its beginning when it is larger than {@link #MAX_BYTES}
     * @param size bytes of the whole payload
     */
    public Validation validate(byte[] payload, long size) {
        if (size > MAX_BYTES) {
            return rejected(RejectionCode.TOO_LARGE, size + " bytes; at most " + MAX_BYTES + " fit a message", null);
        }
        Utf8 text = Utf8.check(payload);
        if (text != Utf8.CLEAN) {
            return rejected(RejectionCode.NOT_JSON, text.complaint(), null);
        }
        byte[] json = Utf8.hasByteOrderMark(payload) ? Arrays.copyOfRange(payload, 3, payload.length) : payload;
        Payload read = new Payload();
        try (JsonParser parser = JSON.createParser(json)) {
            new PayloadReader(parser, json).readInto(read);
        } catch (StreamConstraintsException e) {
            return rejected(RejectionCode.TOO_COMPLEX, e.getOriginalMessage(), read.id());
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (byte " + e.getLocation().getByteOffset() + ")";
            return rejected(RejectionCode.NOT_JSON, e.getOriginalMessage() + where, read.id());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
        return judge(read);
    }

    private Validation judge(Payload payload) {
        if (payload.shapeProblem != null) {
            return rejected(RejectionCode.NOT_A_KILLMAIL, payload.shapeProblem, payload.id());
        }
        Body body = payload.body();
        Long id = payload.id();
        if (payload.idProblem() != null) {
            return rejected(RejectionCode.BAD_ID, payload.idProblem(), id);
        }
        if (id == null) {
            return rejected(RejectionCode.NO_ID, "killmail_id is missing", null);
        }
        if (body.timeProblem != null) {
            return rejected(RejectionCode.BAD_TIME, body.timeProblem, id);
        }
        if (body.time == null) {
            return rejected(RejectionCode.NO_TIME, "killmail_time is missing", id);
        }
        Instant occurredAt;
        try {
            occurredAt = Instant.parse(body.time).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return rejected(RejectionCode.BAD_TIME, "killmail_time '" + shortened(body.time) + "' is no UTC time", id);
        }
        Rejected untimely = untimely(occurredAt, id);
        if (untimely != null) {
            return untimely;
        }
        Rejected incomplete = incomplete(body, id);
        return incomplete != null ? incomplete : accepted(payload, id, occurredAt);
    }

    private static Accepted accepted(Payload payload, long id, Instant occurredAt) {
        return new Accepted(
                id,
                payload.hash(),
                payload.body().systemId,
                occurredAt,
                payload.body().attackersNamed.with(payload.body().victim),
                payload.killmailText(),
                payload.zkb,
                payload.isk(),
                payload.labels());
    }

    private Rejected untimely(Instant occurredAt, Long id) {
        Instant now = clock.instant();
        if (occurredAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
            return rejected(
                    RejectionCode.FUTURE_TIME,
                    "killmail_time " + occurredAt + " is more than 1 h ahead of our clock (" + now
                            + "); either of the two is wrong",
                    id);
        }
        return occurredAt.isBefore(EVE_OPENED)
                ? rejected(RejectionCode.BEFORE_EVE, "killmail_time " + occurredAt + " is before 2003-05-06", id)
                : null;
    }

    private static Rejected incomplete(Body body, Long id) {
        if (body.fieldProblem != null) {
            return rejected(RejectionCode.BAD_FIELD, body.fieldProblem, id);
        }
        if (body.systemId == null) {
            return rejected(RejectionCode.NO_SYSTEM, "solar_system_id is missing", id);
        }
        if (!body.hasVictim) {
            return rejected(RejectionCode.NO_VICTIM, "victim is missing", id);
        }
        if (body.victimHull == null || body.victimHull == 0) {
            return rejected(RejectionCode.NO_VICTIM_HULL, "victim.ship_type_id is missing", id);
        }
        if (body.attackers == Body.MISSING) {
            return rejected(RejectionCode.NO_ATTACKERS, "attackers is missing", id);
        }
        return body.attackers > MAX_ATTACKERS
                ? rejected(
                        RejectionCode.TOO_MANY_ATTACKERS,
                        body.attackers + " attackers; ESI allows " + MAX_ATTACKERS,
                        id)
                : null;
    }

    private static Rejected rejected(RejectionCode code, String detail, Long id) {
        return new Rejected(code, detail, id);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
