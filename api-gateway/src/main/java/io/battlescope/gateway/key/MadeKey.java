package io.battlescope.gateway.key;

import io.swagger.v3.oas.annotations.media.Schema;

/** A key that was just made. */
record MadeKey(
        KeyView key,

        @Schema(description = "to be sent as `Authorization: Bearer <token>`; it is shown this once and kept nowhere")
        String token) {

    /** A secret stays out of logs. */
    @Override
    public String toString() {
        return "MadeKey[" + key + "]";
    }
}
