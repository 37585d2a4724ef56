package io.battlescope.ingestion.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A killmail as history gives it, brought into the form that the live feed has. */
final class Envelope {

    /** Names come from outside: they must not fill the JVM's table of interned strings. */
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** EVE Ref's note of when it fetched the killmail, which is no field of ESI's. */
    private static final String FETCHED = "http_last_modified";

    private Envelope() {}

    /**
     * Wraps the value that the parser stands at, whatever it is: the validator judges.
     *
     * @param hash {@code null} when nobody told it
     * @throws IOException when that value is no JSON or ends too soon
     */
    static byte[] around(long killmailId, String hash, JsonParser body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator envelope = JSON.createGenerator(bytes)) {
            envelope.writeStartObject();
            envelope.writeNumberField("killmail_id", killmailId);
            if (hash != null) {
                envelope.writeStringField("hash", hash);
            }
            envelope.writeFieldName("esi");
            copy(body, envelope);
            envelope.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Wraps a value of its own. */
    static byte[] around(long killmailId, String hash, byte[] body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() == null) {
                throw new IOException("nothing there");
            }
            return around(killmailId, hash, json);
        }
    }

    private static void copy(JsonParser body, JsonGenerator envelope) throws IOException {
        if (body.currentToken() != JsonToken.START_OBJECT) {
            envelope.copyCurrentStructureExact(body);
            return;
        }
        envelope.writeStartObject();
        while (body.nextToken() != JsonToken.END_OBJECT) {
            String name = body.currentName();
            body.nextToken();
            if (name.equals(FETCHED)) {
                body.skipChildren();
            } else {
                envelope.writeFieldName(name);
                envelope.copyCurrentStructureExact(body);
            }
        }
        envelope.writeEndObject();
    }
}
