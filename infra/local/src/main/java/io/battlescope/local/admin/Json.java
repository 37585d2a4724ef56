package io.battlescope.local.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.json.MessageJson;

/** Answers as trees: fields that this version does not know do no harm, and those it misses are blank. */
final class Json {

    private static final ObjectMapper MAPPER = MessageJson.mapper();

    private Json() {}

    static JsonNode read(String text) {
        try {
            JsonNode read = MAPPER.readTree(text);
            return read == null ? MAPPER.missingNode() : read;
        } catch (JsonProcessingException e) {
            throw new FailedException("The gateway's answer is no JSON: " + e.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Blank for what is not there. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull()
                ? value.asText()
                : value.isContainerNode() ? value.toString() : "";
    }

    /** A time without fractions of a second. */
    static String time(JsonNode node, String field) {
        return text(node, field).replaceFirst("\\.\\d+Z$", "Z");
    }
}
