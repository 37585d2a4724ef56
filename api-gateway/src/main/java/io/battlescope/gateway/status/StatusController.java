package io.battlescope.gateway.status;

import org.springframework.web.bind.annotation.RestController;

@RestController
class StatusController implements StatusApi {

    private final StatusService service;

    StatusController(StatusService service) {
        this.service = service;
    }

    @Override
    public StatusAnswer status() {
        return service.status();
    }
}
