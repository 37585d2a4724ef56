package io.battlescope.gateway.act;

import io.battlescope.api.feed.FeedOrder;
import io.battlescope.gateway.broker.OrderTopic;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes acts on feeds in and hands them over to ingestion, which decides. */
@Component
public class FeedDesk {

    private final ActDesk desk;
    private final OrderTopic orders;

    FeedDesk(ActDesk desk, OrderTopic orders) {
        this.desk = desk;
        this.orders = orders;
    }

    /** Hands an order over and answers with where to follow it. */
    public ResponseEntity<AskedAct> take(Asking asking, FeedOrder order) {
        return desk.take(asking, order.what(), order.target(), () -> {
            orders.send(order);
            return 1;
        });
    }
}
