package io.battlescope.gateway.processor;

import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what a resource answers while Redis is away. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "503",
        description = "the reports of instances cannot be read just now, or there are too many streams",
        headers =
                @Header(
                        name = "Retry-After",
                        description = "seconds",
                        schema = @Schema(type = "integer", format = "int32")),
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = {
                            @ExampleObject(name = "STATUS_UNAVAILABLE", value = """
                                                {"type": "/docs/problems.html#STATUS_UNAVAILABLE", "title": "Reports unavailable",
                                                 "status": 503, "code": "STATUS_UNAVAILABLE",
                                                 "detail": "Redis cannot be read, and that is where instances report. Ask again a little later.",
                                                 "instance": "/api/v1/admin/processors",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}"""),
                            @ExampleObject(name = "STREAMS_TAKEN", value = """
                                                {"type": "/docs/problems.html#STREAMS_TAKEN", "title": "Too many streams",
                                                 "status": 503, "code": "STREAMS_TAKEN",
                                                 "detail": "There are 32 streams, and no room for another one.",
                                                 "instance": "/api/v1/admin/processors/stream",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")
                        }))
@interface NeedsReports {}
