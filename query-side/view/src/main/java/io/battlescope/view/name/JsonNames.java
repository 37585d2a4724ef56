package io.battlescope.view.name;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that enums have in JSON, which is how the Query DB holds them. */
public final class JsonNames {

    private static final Map<String, SpaceType> SPACE_TYPES = byName(SpaceType.values());
    private static final Map<String, SecurityBand> SECURITY_BANDS = byName(SecurityBand.values());
    private static final Map<String, PartyKind> PARTY_KINDS = byName(PartyKind.values());

    private JsonNames() {}

    public static String of(Enum<?> value) {
        return MessageJson.mapper().convertValue(value, String.class);
    }

    public static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(JsonNames::of, Function.identity()));
    }

    /** A name that this version does not know is a space that it does not know. */
    public static SpaceType spaceType(String name) {
        return SPACE_TYPES.getOrDefault(name, SpaceType.UNKNOWN);
    }

    /** {@code null} outside known space. */
    public static SecurityBand securityBand(String name) {
        return name == null ? null : SECURITY_BANDS.get(name);
    }

    public static PartyKind partyKind(String name) {
        PartyKind kind = PARTY_KINDS.get(name);
        if (kind == null) {
            throw new IllegalStateException("The Query DB names a kind of party that nobody knows: " + name);
        }
        return kind;
    }
}
