package io.battlescope.gateway.act;

import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.problem.OutcomeProblem;
import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what holds for every act that can be asked for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.HEADER,
        name = AdminOnly.ACTOR_HEADER,
        description =
                "who asks, with the gateway's own token, which several people can share: 1 to 100 printable characters; `admin` unless told."
                        + " A key or a token of one's own says who it is, and this is ignored",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.HEADER,
        name = Asking.ID_HEADER,
        description = "names the act: asking twice under one key is asking once. We choose one unless told",
        schema = @Schema(type = "string", pattern = "[A-Za-z0-9_.:-]{1,100}"))
@Parameter(
        in = ParameterIn.HEADER,
        name = Preference.HEADER,
        description = "`wait=10` to wait so many seconds, at most 30, for the act's end (RFC 7240)",
        schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "200",
        description = "it was done within the time that the caller wanted to wait: `outcome` says what came of it",
        useReturnTypeSchema = true)
@ApiResponse(
        responseCode = "202",
        description = "handed over; the link says what comes of it",
        useReturnTypeSchema = true,
        headers =
                @Header(
                        name = "Location",
                        description = "the act",
                        schema = @Schema(type = "string", format = "uri-reference")))
@ApiResponse(
        responseCode = "400",
        description = "the request cannot be read, or a field, a header or a parameter of it is not what it should be",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = {
                            @ExampleObject(name = "PARAMETER_INVALID", value = """
                                            {"type": "/docs/problems.html#PARAMETER_INVALID", "title": "Invalid parameter",
                                             "status": 400, "code": "PARAMETER_INVALID", "detail": "See fieldErrors.",
                                             "instance": "/api/v1/battles/b1/overlay",
                                             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                                             "fieldErrors": [{"field": "reason", "reason": "is missing"}]}"""),
                            @ExampleObject(name = "REQUEST_INVALID", value = """
                                            {"type": "/docs/problems.html#REQUEST_INVALID", "title": "Invalid request",
                                             "status": 400, "code": "REQUEST_INVALID",
                                             "detail": "The body is no JSON: line 1, column 7.",
                                             "instance": "/api/v1/battles/b1/overlay",
                                             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")
                        }))
@ApiResponse(
        responseCode = "409",
        description =
                "not possible as things are; for whoever waits for the act's end also with the code of an act that its service has refused",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = {
                            @ExampleObject(name = "ACT_ID_TAKEN", value = """
                                            {"type": "/docs/problems.html#ACT_ID_TAKEN", "title": "Another act has this id",
                                             "status": 409, "code": "ACT_ID_TAKEN",
                                             "detail": "Act a1 is recluster of everything by alice. Choose another Idempotency-Key.",
                                             "instance": "/api/v1/battles/b1/overlay",
                                             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}"""),
                            @ExampleObject(name = "BATTLE_MERGED", value = """
                                            {"type": "/docs/problems.html#BATTLE_MERGED",
                                             "title": "The battle went into another one", "status": 409,
                                             "code": "BATTLE_MERGED",
                                             "detail": "Battle b1 went into battle b2. Look at that one, and ask for the act there.",
                                             "instance": "/api/v1/battles/b1/overlay",
                                             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}"""),
                            @ExampleObject(name = "PROCESSOR_BUSY", value = """
                                            {"type": "/docs/problems.html#PROCESSOR_BUSY",
                                             "title": "Another act on the processor is at work", "status": 409,
                                             "code": "PROCESSOR_BUSY",
                                             "detail": "Act a1 on battles is at work. Ask again once it has ended, see /api/v1/admin/acts/a1.",
                                             "instance": "/api/v1/admin/processors/battles/reset",
                                             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}"""),
                            @ExampleObject(name = "PROCESSOR_NOT_RESETTABLE", value = """
                                            {"type": "/docs/problems.html#PROCESSOR_NOT_RESETTABLE",
                                             "title": "The processor cannot be reset or rebuilt", "status": 409,
                                             "code": "PROCESSOR_NOT_RESETTABLE",
                                             "detail": "Processor battle-publisher cannot be emptied and filled again.",
                                             "instance": "/api/v1/admin/processors/battle-publisher/reset",
                                             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")
                        }))
@ApiResponse(
        responseCode = "422",
        description =
                "its service has refused, while the caller waited for the act's end, what is not right at any time",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = OutcomeProblem.class),
                        examples = @ExampleObject(name = "INSTANT_OUTSIDE_LOG", value = """
                                                {"type": "/docs/problems.html#INSTANT_OUTSIDE_LOG",
                                                 "title": "The act was refused", "status": 422,
                                                 "code": "INSTANT_OUTSIDE_LOG",
                                                 "detail": "The topic begins at 2026-11-01T00:00:00Z.",
                                                 "instance": "/api/v1/admin/processors/battles/reset",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                                                 "outcome": {"actId": "a1", "what": "processor.reset", "target": "battles",
                                                             "actor": "alice", "status": "refused",
                                                             "code": "INSTANT_OUTSIDE_LOG"}}""")))
@ApiResponse(
        responseCode = "503",
        description = "Kafka, or the data, cannot be reached just now",
        headers =
                @Header(
                        name = "Retry-After",
                        description = "seconds",
                        schema = @Schema(type = "integer", format = "int32")),
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "BROKER_UNAVAILABLE", value = """
                                                {"type": "/docs/problems.html#BROKER_UNAVAILABLE",
                                                 "title": "Kafka unavailable", "status": 503, "code": "BROKER_UNAVAILABLE",
                                                 "detail": "Kafka did not take the order in time. Ask again with Idempotency-Key: a1, and it is done once, even if this time was not in vain.",
                                                 "instance": "/api/v1/battles/b1/overlay",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
public @interface TakesActs {}
