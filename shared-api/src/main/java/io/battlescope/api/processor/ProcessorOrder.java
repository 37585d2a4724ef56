package io.battlescope.api.processor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import io.battlescope.api.admin.AdminOrder;
import java.time.Duration;
import java.time.Instant;

/**
 * What an admin asks of a processor. One act per processor is carried out at a time; another one is refused
 * ({@link ProcessorRefusal#PROCESSOR_BUSY}) until it has ended.
 *
 * @param actId names the act; asking twice under one id is asking once
 * @param requestedAt our clock, UTC
 * @param service who runs the processor: {@value #PROJECTION} or {@value #COMMAND_SIDE}
 * @param processor its name, such as {@code battles}
 * @param timeLimitSeconds how long after it was asked for the act may take effect (for segments have to be let go, for instance); then it is
 *     refused, and nothing has changed. {@code null} for the default
 * @param dryRun only says, in the outcome's figures, what would be done
 * @param role the actor\'s when it was asked for; {@code null} when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProcessorOrder(
        String actId,
        String actor,
        String reason,
        Instant requestedAt,
        String service,
        String processor,
        Integer timeLimitSeconds,
        boolean dryRun,
        ProcessorAct act,
        Role role)
        implements AdminOrder {

    /** Of somebody whose role is not known. */
    public ProcessorOrder(
            String actId,
            String actor,
            String reason,
            Instant requestedAt,
            String service,
            String processor,
            Integer timeLimitSeconds,
            boolean dryRun,
            ProcessorAct act) {
        this(actId, actor, reason, requestedAt, service, processor, timeLimitSeconds, dryRun, act, null);
    }

    /** Key of orders to the projection service. */
    public static final String PROJECTION = "projection";

    /** Key of orders to the command side. */
    public static final String COMMAND_SIDE = "command-side";

    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    /** Nobody waits for longer for an order to be heard, however long it takes to carry out. */
    private static final Duration UNHEARD_LIMIT = Duration.ofHours(1);

    /** How far the clocks of two machines may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    /**
     * How long the act may still wait before it takes effect, seen from when a service hears of the order. Negative for one that comes too
     * late, for instance because the service was down: what was meant for then may be wrong now, and somebody has to ask again.
     *
     * @param isLong whether carrying it out takes its time, as for a rebuild; then the limit counts from now, if the order is not an hour old
     */
    public Duration timeLeft(Instant now, boolean isLong) {
        Duration limit = timeLimitSeconds == null ? TIME_LIMIT : Duration.ofSeconds(timeLimitSeconds);
        Duration heardWithin = isLong ? UNHEARD_LIMIT : limit;
        Duration left = heardWithin.plus(CLOCKS_APART).minus(Duration.between(requestedAt, now));
        boolean isLimit = isLong || left.compareTo(limit) > 0;
        return isLimit && !left.isNegative() ? limit : left;
    }

    @Override
    @JsonIgnore
    public String what() {
        return act.what() + (dryRun ? ".dryRun" : "");
    }

    @Override
    @JsonIgnore
    public String target() {
        return processor;
    }

    @Override
    @JsonIgnore(false) // unlike other orders, this one is not always for the same service
    public String service() {
        return service;
    }
}
