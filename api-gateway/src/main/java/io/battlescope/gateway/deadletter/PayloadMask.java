package io.battlescope.gateway.deadletter;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.view.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;

/** Leaves out what was received for those who only look: it can hold anything. */
public final class PayloadMask {

    private PayloadMask() {}

    /** @param masked makes of an item what a viewer may see of it */
    public static <T> Page<T> shownTo(HttpServletRequest request, Page<T> page, UnaryOperator<T> masked) {
        return Caller.of(request).role().includes(Role.OPERATOR)
                ? page
                : new Page<>(page.items().stream().map(masked).toList(), page.end());
    }
}
