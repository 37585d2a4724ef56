package io.battlescope.api.processor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import io.battlescope.api.admin.AdminOrder;
import java.time.Instant;

/**
 * What an admin asks of a processor. One act per processor is carried out at a time; another one is refused
 * ({@link ProcessorRefusal#PROCESSOR_BUSY}) until it has ended.
 *
 * @param actId names the act; asking twice under one id is asking once
 * @param requestedAt our clock, UTC
 * @param service who runs the processor: {@value #PROJECTION} or {@value #COMMAND_SIDE}
 * @param processor its name, such as {@code battles}
 * @param timeLimitSeconds how long the act may wait before it takes effect (for segments to be let go, for instance); it is refused then, and
 *     nothing has changed. {@code null} for the default
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
