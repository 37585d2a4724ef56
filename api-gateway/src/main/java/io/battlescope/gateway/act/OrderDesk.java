package io.battlescope.gateway.act;

import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.admin.OrderDigest;
import io.battlescope.gateway.broker.OrderTopic;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes acts on feeds and processors in and hands them over to the service that carries them out, which decides. */
@Component
public class OrderDesk {

    private final ActDesk desk;
    private final OrderTopic orders;

    OrderDesk(ActDesk desk, OrderTopic orders) {
        this.desk = desk;
        this.orders = orders;
    }

    /** Hands an order over and answers with where to follow it. */
    public ResponseEntity<AskedAct> take(HttpServletRequest request, Asking asking, AdminOrder order) {
        return desk.take(request, asking, order.what(), order.target(), OrderDigest.of(order), () -> {
            orders.send(order);
            return 1;
        });
    }
}
