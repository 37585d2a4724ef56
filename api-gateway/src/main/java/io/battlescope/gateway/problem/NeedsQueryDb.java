package io.battlescope.gateway.problem;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what a resource answers while the Query DB is away. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "503",
        description = "the data cannot be read just now",
        headers =
                @Header(
                        name = "Retry-After",
                        description = "seconds",
                        schema = @Schema(type = "integer", format = "int32")),
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "QUERY_DB_UNAVAILABLE", value = """
                                                {"type": "/docs/problems.html#QUERY_DB_UNAVAILABLE",
                                                 "title": "Query DB unavailable", "status": 503, "code": "QUERY_DB_UNAVAILABLE",
                                                 "detail": "The data cannot be read just now. Ask again a little later.",
                                                 "instance": "/api/v1/battles", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
public @interface NeedsQueryDb {}
