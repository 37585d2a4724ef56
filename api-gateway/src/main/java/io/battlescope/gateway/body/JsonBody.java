package io.battlescope.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Reads the body of a request with the Jackson that messages are read with, but without its leniency. */
public final class JsonBody {

    private static final int MAX_BYTES = 256 * 1024;
    private static final ObjectMapper MAPPER = mapper();

    private JsonBody() {}

    /**
     * The body as a record.
     *
     * @throws ProblemException when it is no JSON, too long, or not what the record says
     */
    public static <T> T read(HttpServletRequest request, Class<T> type) {
        T body = parse(bytes(request), type);
        if (body == null) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "The body has to be a JSON object.");
        }
        return body;
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ProblemException(
                        ProblemCode.REQUEST_INVALID, "The body is longer than " + MAX_BYTES + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "The body ended before it was complete.");
        }
    }

    private static <T> T parse(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JsonMappingException e) {
            String field = field(e);
            if (field.isEmpty()) {
                throw new ProblemException(ProblemCode.REQUEST_INVALID, "The body has to be a JSON object.");
            }
            new FieldErrors().require(false, field, reason(e)).throwIfAny();
            throw new IllegalStateException(e);
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "The body is no JSON: " + place(e) + ".");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail", e);
        }
    }

    private static String field(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(part -> part.getFieldName() == null ? Integer.toString(part.getIndex()) : part.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String reason(JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException _ -> "is not known here";
            case InvalidTypeIdException kind when kind.getTypeId() == null -> "does not say which kind it is";
            case InvalidTypeIdException kind -> "is of a kind that is not known here: " + shown(kind.getTypeId());
            case InvalidFormatException value
            when value.getTargetType() == Instant.class -> "is not a time such as 2026-11-23T18:00:00Z";
            case InvalidFormatException value
            when value.getTargetType() == LocalDate.class -> "is not a day such as 2026-11-23";
            default -> "is missing, or is not what it should be";
        };
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static String place(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? "it cannot be read"
                : "line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new ParameterNamesModule())
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new StrictInstant())
                        .addDeserializer(LocalDate.class, new StrictDay()))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }
}
