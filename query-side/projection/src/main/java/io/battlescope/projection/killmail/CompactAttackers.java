package io.battlescope.projection.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Attacker;
import java.util.List;

/** Attackers as the table keeps them: the fields of the message, without those that are missing, false or 0. */
public final class CompactAttackers {

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    private interface WithoutDefaults {}

    private static final ObjectWriter WRITER = MessageJson.newMapper()
            .addMixIn(Attacker.class, WithoutDefaults.class)
            .writerFor(new TypeReference<List<Attacker>>() {});

    private CompactAttackers() {}

    public static String json(List<Attacker> attackers) {
        try {
            return WRITER.writeValueAsString(attackers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Attackers hold numbers and flags only", e);
        }
    }
}
