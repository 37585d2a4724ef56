package io.battlescope.gateway.republish;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.processor.ProcessorDesk;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RepublishController implements RepublishApi {

    private final ProcessorDesk desk;

    RepublishController(ProcessorDesk desk) {
        this.desk = desk;
    }

    @Override
    public ResponseEntity<AskedAct> republish(HttpServletRequest request) {
        RepublishRequest wish = JsonBody.read(request, RepublishRequest.class);
        ProcessorAct act = new ProcessorAct.Republish(wish.from(), wish.to());
        String publisher = wish.topic() == null ? null : wish.topic().publisher();
        Asking asking = ProcessorDesk.read(request, wish, publisher, act);
        return desk.take(request, asking, wish, ProcessorOrder.COMMAND_SIDE, publisher, act);
    }
}
