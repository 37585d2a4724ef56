package io.battlescope.gateway.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a list. */
public record ListAnswer<T>(
        List<T> items,

        @Schema(description = "where the next page begins; absent on the last page", nullable = false)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String nextCursor) {}
