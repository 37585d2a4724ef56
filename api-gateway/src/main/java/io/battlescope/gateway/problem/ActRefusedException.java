package io.battlescope.gateway.problem;

import io.battlescope.view.act.ActView;
import org.springframework.http.HttpHeaders;

/** An act that was handed over and then refused, while the caller waited for its end. Its service has told the audit. */
public final class ActRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ActView act;
    private final transient HttpHeaders headers;

    /** @param headers as the act's answer would have them */
    public ActRefusedException(ActView act, HttpHeaders headers) {
        super(act.detail(), null, false, false);
        this.act = act;
        this.headers = headers;
    }

    ActView act() {
        return act;
    }

    HttpHeaders headers() {
        return headers;
    }
}
