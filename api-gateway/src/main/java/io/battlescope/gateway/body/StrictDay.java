package io.battlescope.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Takes a day as text, and neither a time nor a list of numbers. */
final class StrictDay extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    StrictDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Days.parse(text);
            } catch (DateTimeException e) {
                // told below, as everything that is no day
            }
        }
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
}
