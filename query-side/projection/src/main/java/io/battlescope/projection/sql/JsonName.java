package io.battlescope.projection.sql;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Values of enums as messages write them; the read model uses the same words. */
public final class JsonName {

    private JsonName() {}

    public static String of(Enum<?> value) {
        if (value == null) {
            return null;
        }
        try {
            JsonProperty name = value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
            return name == null ? value.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("An enum constant is a field of its class", e);
        }
    }

    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        if (name == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (of(value).equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException("No " + type.getSimpleName() + " is called " + name);
    }
}
