package io.battlescope.simulator.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What can be wrong with a killmail, so that nobody should take it. */
public enum Flaw {
    NO_ID {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            envelope.remove("killmail_id");
            body.remove("killmail_id");
        }
    },
    NEGATIVE_ID {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            envelope.put("killmail_id", -1);
            body.put("killmail_id", -1);
        }
    },
    TEXT_ID {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            envelope.put("killmail_id", "one hundred");
            body.put("killmail_id", "one hundred");
        }
    },
    TWO_IDS {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            envelope.put("killmail_id", body.path("killmail_id").longValue() + 1);
        }
    },
    NO_TIME {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.remove("killmail_time");
        }
    },
    BAD_TIME {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.put("killmail_time", "yesterday, about noon");
        }
    },
    FUTURE {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.put("killmail_time", "2099-01-01T00:00:00Z");
        }
    },
    BEFORE_EVE {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.put("killmail_time", "1999-12-31T23:59:59Z");
        }
    },
    NO_SYSTEM {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.remove("solar_system_id");
        }
    },
    TEXT_SYSTEM {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.put("solar_system_id", "Jita");
        }
    },
    NO_VICTIM {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.remove("victim");
        }
    },
    NO_HULL {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            ((ObjectNode) body.get("victim")).remove("ship_type_id");
        }
    },
    NO_ATTACKERS {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.remove("attackers");
        }
    },
    ATTACKERS_NO_LIST {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.put("attackers", "many");
        }
    },
    TEXT_DAMAGE {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            ((ObjectNode) body.get("attackers").get(0)).put("damage_done", "a lot");
        }
    },
    TOO_MANY_ATTACKERS {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            ArrayNode attackers = body.putArray("attackers");
            for (int i = 0; i <= 10_000; i++) {
                attackers.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("damage_done", 1)
                        .put("final_blow", i == 0));
            }
        }
    },
    /** Larger than any message may be. */
    HUGE {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            body.put("padding", "x".repeat(9 * 1024 * 1024));
        }
    },
    TOO_DEEP {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            ObjectNode deepest = body;
            for (int i = 0; i < 200; i++) {
                deepest = deepest.putObject("deeper");
            }
        }
    },
    NUL_BYTES {
        @Override
        String spoil(String json) {
            return json.replaceFirst("\"solar_system_id\"", "\0\"solar_system_id\"");
        }
    },
    CUT_OFF {
        @Override
        String spoil(String json) {
            return json.substring(0, json.length() / 2);
        }
    },
    TWO_VALUES {
        @Override
        String spoil(String json) {
            return json + json;
        }
    },
    LIST {
        @Override
        String spoil(String json) {
            return "[" + json + "]";
        }
    },
    NO_BODY {
        @Override
        void spoil(ObjectNode envelope, ObjectNode body) {
            envelope.put("esi", "see other file");
        }
    };

    void spoil(ObjectNode envelope, ObjectNode body) {
        // some flaws are in the text alone
    }

    String spoil(String json) {
        return json;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
