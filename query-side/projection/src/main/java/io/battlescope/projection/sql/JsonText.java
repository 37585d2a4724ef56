package io.battlescope.projection.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.battlescope.api.json.MessageJson;
import java.io.IOException;

/** Messages as {@code jsonb} takes them: in the JSON they came in, but PostgreSQL knows no text with a zero character in it. */
public final class JsonText {

    private static final ObjectWriter WRITER = MessageJson.newMapper()
            .registerModule(new SimpleModule().addSerializer(String.class, new WithoutZeros()))
            .writer();

    private JsonText() {}

    public static String of(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came as JSON can be written as JSON", e);
        }
    }

    static String withoutZeros(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static final class WithoutZeros extends StdScalarSerializer<String> {

        private static final long serialVersionUID = 1L;

        WithoutZeros() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(withoutZeros(value));
        }
    }
}
