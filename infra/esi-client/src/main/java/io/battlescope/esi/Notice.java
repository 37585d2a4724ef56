package io.battlescope.esi;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What the head of an answer tells of the limits. Either family of headers can be missing, and a 429 can come without any.
 *
 * @param bucket {@code null} when the route has none
 * @param tokensLeft {@code null} likewise
 * @param errorsLeft of the old error limit; {@code null} when not told
 * @param errorReset when errors are counted from new; {@code null} likewise
 * @param retryAfter {@code null} when not told
 */
record Notice(
        int status, Bucket bucket, Long tokensLeft, Integer errorsLeft, Duration errorReset, Duration retryAfter) {

    static final int ERROR_LIMITED = 420;
    static final int TOO_MANY_REQUESTS = 429;

    static Notice of(int status, HttpHeaders headers) {
        Bucket bucket = headers.firstValue("X-Ratelimit-Limit")
                .flatMap(limit ->
                        Bucket.parse(headers.firstValue("X-Ratelimit-Group").orElse(""), limit))
                .orElse(null);
        OptionalLong tokens = number(headers, "X-Ratelimit-Remaining");
        OptionalLong errors = number(headers, "X-ESI-Error-Limit-Remain");
        return new Notice(
                status,
                bucket,
                tokens.isPresent() ? tokens.getAsLong() : null,
                errors.isPresent() ? (int) errors.getAsLong() : null,
                seconds(headers, "X-ESI-Error-Limit-Reset"),
                seconds(headers, "Retry-After"));
    }

    /** Whether the old limit counts this answer: anything but 2xx and 3xx on a route without a bucket. */
    boolean isCountedError() {
        return status >= 400 && status != TOO_MANY_REQUESTS && bucket == null;
    }

    private static Duration seconds(HttpHeaders headers, String name) {
        OptionalLong value = number(headers, name);
        return value.isPresent() ? Duration.ofSeconds(value.getAsLong()) : null;
    }

    private static OptionalLong number(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .map(String::strip)
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }
}
