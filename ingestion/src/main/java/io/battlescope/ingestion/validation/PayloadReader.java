package io.battlescope.ingestion.validation;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.battlescope.api.killmail.KillmailValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Walks over the top of a payload: finds the body, the hash and the {@code zkb} block, and where in the bytes they are, so that they
 * can be passed on as received.
 */
final class PayloadReader {

    /** Decimal places or trailing zeros; beyond it a short number stands for one that fills the memory. */
    private static final int MAX_SCALE = 30;

    private final JsonParser json;
    private final byte[] bytes;

    PayloadReader(JsonParser json, byte[] bytes) {
        this.json = json;
        this.bytes = bytes;
    }

    void readInto(Payload payload) throws IOException {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw new JsonParseException(json, "empty");
        }
        if (first == JsonToken.START_OBJECT) {
            top(payload);
        } else {
            payload.shapeProblem = "expected an object, found " + BodyReader.name(first);
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "something follows the end of the JSON value");
        }
    }

    private void top(Payload payload) throws IOException {
        BodyReader fields = new BodyReader(json, payload.top);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            int from = tokenStart();
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "esi" -> envelope(payload, value);
                case "zkb" -> zkb(payload, value);
                case "killmail_hash", "hash" -> hash(payload, value);
                default -> {
                    fields.field(name, value);
                    // keys with an underscore are notes of whoever wrote the file
                    if (!name.startsWith("_")) {
                        keep(payload.topText, from);
                    }
                }
            }
        }
    }

    private void envelope(Payload payload, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            payload.shapeProblem = "esi: expected an object, found " + BodyReader.name(value);
            json.skipChildren();
            return;
        }
        int from = tokenStart();
        payload.enveloped = new Body();
        new BodyReader(json, payload.enveloped).fields();
        payload.envelopedText = text(from);
    }

    private void hash(Payload payload, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            payload.hash(json.getText());
        }
        json.skipChildren();
    }

    private void zkb(Payload payload, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            payload.zkb = null;
            payload.zkbValue = null;
            json.skipChildren();
            return;
        }
        int from = tokenStart();
        boolean usable = true;
        payload.zkbValue = null;
        payload.zkbLabels.clear();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("totalValue")) {
                usable = isIsk(token);
                payload.zkbValue = usable && token != JsonToken.VALUE_NULL ? json.getDecimalValue() : null;
            } else if (name.equals("hash") && token == JsonToken.VALUE_STRING) {
                payload.zkbHash(json.getText());
            } else if (name.equals("labels") && token == JsonToken.START_ARRAY) {
                labels(payload);
            }
            json.skipChildren();
        }
        payload.zkb = usable ? text(from) : null;
    }

    private void labels(Payload payload) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                payload.zkbLabels.add(json.getText());
            }
            json.skipChildren();
        }
    }

    /** A block that says what cannot be is not used. */
    private boolean isIsk(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return true;
        }
        if (!token.isNumeric()) {
            return false;
        }
        BigDecimal isk = json.getDecimalValue();
        return Math.abs(isk.scale()) <= MAX_SCALE && isk.signum() >= 0 && isk.compareTo(KillmailValue.MOST_ISK) <= 0;
    }

    private void keep(StringBuilder kept, int from) throws IOException {
        if (!kept.isEmpty()) {
            kept.append(',');
        }
        kept.append(text(from));
    }

    private String text(int from) throws IOException {
        // strings are read lazily: without this the location would be that of their first quote
        json.finishToken();
        return new String(bytes, from, (int) json.currentLocation().getByteOffset() - from, StandardCharsets.UTF_8);
    }

    private int tokenStart() {
        return (int) json.currentTokenLocation().getByteOffset();
    }
}
