package io.battlescope.gateway.problem;

import org.springframework.http.HttpStatus;

/** Stable codes; each is explained at {@link #type()}. */
public enum ProblemCode {
    PARAMETER_UNKNOWN(HttpStatus.BAD_REQUEST, "Unknown parameter"),
    PARAMETER_INVALID(HttpStatus.BAD_REQUEST, "Invalid parameter"),
    CURSOR_INVALID(HttpStatus.BAD_REQUEST, "Invalid cursor"),
    REQUEST_INVALID(HttpStatus.BAD_REQUEST, "Invalid request"),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "Not authorised"),
    ADMIN_CLOSED(HttpStatus.FORBIDDEN, "Closed: no admin token is configured"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Needs a higher role"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "No such resource"),
    BATTLE_NOT_FOUND(HttpStatus.NOT_FOUND, "No such battle"),
    KILLMAIL_NOT_FOUND(HttpStatus.NOT_FOUND, "No such killmail"),
    ACT_NOT_FOUND(HttpStatus.NOT_FOUND, "No such act"),
    BACKFILL_NOT_FOUND(HttpStatus.NOT_FOUND, "No such backfill"),
    RULESET_NOT_FOUND(HttpStatus.NOT_FOUND, "No ruleset is known yet"),
    PROCESSOR_NOT_FOUND(HttpStatus.NOT_FOUND, "No such processor"),
    SEGMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "No such segment"),
    REBUILD_NOT_FOUND(HttpStatus.NOT_FOUND, "No such rebuild"),
    DEAD_LETTER_NOT_FOUND(HttpStatus.NOT_FOUND, "No such dead letter"),
    KEY_NOT_FOUND(HttpStatus.NOT_FOUND, "No such key"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Representation not available"),
    BATTLE_MERGED(HttpStatus.CONFLICT, "The battle went into another one"),
    ACT_ID_TAKEN(HttpStatus.CONFLICT, "Another act has this id"),
    PROCESSOR_BUSY(HttpStatus.CONFLICT, "Another act on the processor is at work"),
    PROCESSOR_NOT_RESETTABLE(HttpStatus.CONFLICT, "The processor cannot be reset or rebuilt"),
    PROCESSOR_NOT_REBUILDABLE(HttpStatus.CONFLICT, "The processor cannot be rebuilt"),
    NOT_SUPPORTED(HttpStatus.CONFLICT, "Not possible for these"),
    KEY_NAME_TAKEN(HttpStatus.CONFLICT, "Another key has this name"),
    MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Body of another type than JSON"),
    TOO_MANY_FAILED_LOGINS(HttpStatus.TOO_MANY_REQUESTS, "Too many failed logins"),
    QUERY_DB_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Query DB unavailable"),
    QUERY_TIMEOUT(HttpStatus.SERVICE_UNAVAILABLE, "Query took too long"),
    BROKER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Kafka unavailable"),
    STATUS_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Reports unavailable"),
    STREAMS_TAKEN(HttpStatus.SERVICE_UNAVAILABLE, "Too many streams"),
    IDENTITY_PROVIDER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Identity provider unavailable"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");

    static final String EXPLANATIONS = "/docs/problems.html#";

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Where people find the code explained; relative to this server. */
    public String type() {
        return EXPLANATIONS + name();
    }
}
