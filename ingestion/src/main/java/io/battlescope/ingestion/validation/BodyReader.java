package io.battlescope.ingestion.validation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Reads the fields of an ESI body and checks those that anybody uses. It notes what is wrong and reads on: whether the whole is
 * JSON at all is known only at its end.
 */
final class BodyReader {

    /** More than any structure can take; sums of it over the attackers of many battles are still numbers. */
    private static final long MOST_DAMAGE = 100_000_000_000L;
    /** More than any hold takes of anything. */
    private static final long MOST_QUANTITY = 1_000_000_000_000L;

    private final JsonParser json;
    private final Body body;
    /** The line in work: of a repeated key the last value counts, so it is added at its end. */
    private final Named.Line combatant = new Named.Line();

    BodyReader(JsonParser json, Body body) {
        this.json = json;
        this.body = body;
    }

    /** All fields of the object that the parser has just entered. */
    void fields() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            field(name, json.nextToken());
        }
    }

    void field(String name, JsonToken value) throws IOException {
        switch (name) {
            case "killmail_id" -> id(value);
            case "killmail_time" -> time(value);
            case "solar_system_id" -> {
                Long id = whole(value, name, 1, Integer.MAX_VALUE);
                body.systemId = id == null ? null : id.intValue();
            }
            case "moon_id", "war_id" -> whole(value, name, 0, Long.MAX_VALUE);
            case "victim" -> victim(value);
            case "attackers" -> attackers(value);
            default -> json.skipChildren();
        }
    }

    private void id(JsonToken value) throws IOException {
        body.killmailId = null;
        body.idProblem = null;
        if (value == JsonToken.VALUE_NUMBER_INT && fitsLong() && json.getLongValue() > 0) {
            body.killmailId = json.getLongValue();
        } else if (value != JsonToken.VALUE_NULL) {
            body.idProblem = "killmail_id: expected a positive whole number, found " + found(value);
            json.skipChildren();
        }
    }

    private void time(JsonToken value) throws IOException {
        body.time = null;
        body.timeProblem = null;
        if (value == JsonToken.VALUE_STRING) {
            body.time = json.getText();
        } else if (value != JsonToken.VALUE_NULL) {
            body.timeProblem = "killmail_time: expected text, found " + name(value);
            json.skipChildren();
        }
    }

    private void victim(JsonToken value) throws IOException {
        body.hasVictim = value == JsonToken.START_OBJECT;
        body.victimHull = null;
        body.victim = new Named();
        if (!opens(value, JsonToken.START_OBJECT, "victim")) {
            return;
        }
        combatant.clear();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            switch (name) {
                case "ship_type_id" -> {
                    Long hull = whole(token, "victim.ship_type_id", 0, Integer.MAX_VALUE);
                    body.victimHull = hull == null ? null : hull.intValue();
                }
                case "items" -> items(token);
                default -> combatant(name, token, "victim", -1);
            }
        }
        body.victim.add(combatant);
    }

    private void attackers(JsonToken value) throws IOException {
        body.attackers = Body.MISSING;
        body.attackersNamed = new Named();
        if (!opens(value, JsonToken.START_ARRAY, "attackers")) {
            return;
        }
        int count = 0;
        for (JsonToken element = json.nextToken(); element != JsonToken.END_ARRAY; element = json.nextToken()) {
            if (element != JsonToken.START_OBJECT) {
                body.complain("attackers[" + count + "]: expected an object, found " + name(element));
                json.skipChildren();
            } else if (count < KillmailValidator.MAX_ATTACKERS) {
                attacker(count);
            } else {
                json.skipChildren();
            }
            count++;
        }
        body.attackers = count;
    }

    private void attacker(int index) throws IOException {
        combatant.clear();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            combatant(name, json.nextToken(), "attackers", index);
        }
        body.attackersNamed.add(combatant);
    }

    private void combatant(String name, JsonToken value, String list, int index) throws IOException {
        switch (name) {
            case "character_id" -> combatant.character = whole(value, list, index, name, 0, Long.MAX_VALUE);
            case "corporation_id" -> combatant.corporation = whole(value, list, index, name, 0, Long.MAX_VALUE);
            case "alliance_id" -> combatant.alliance = whole(value, list, index, name, 0, Long.MAX_VALUE);
            case "faction_id" -> whole(value, list, index, name, 0, Long.MAX_VALUE);
            case "damage_done", "damage_taken" -> whole(value, list, index, name, 0, MOST_DAMAGE);
            case "ship_type_id", "weapon_type_id" -> whole(value, list, index, name, 0, Integer.MAX_VALUE);
            case "final_blow" -> expect(value.isBoolean(), value, list, index, name, "true or false");
            case "security_status" -> expect(value.isNumeric(), value, list, index, name, "a number");
            default -> json.skipChildren();
        }
    }

    /** Items are valued downstream; containers hold items of their own. */
    private void items(JsonToken value) throws IOException {
        if (!opens(value, JsonToken.START_ARRAY, "victim.items")) {
            return;
        }
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            if (opens(item, JsonToken.START_OBJECT, "victim.items[]")) {
                item();
            } else if (item == JsonToken.VALUE_NULL) {
                body.complain("victim.items[]: expected an object, found null");
            }
        }
    }

    private void item() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "item_type_id", "flag", "singleton" ->
                    whole(value, "victim.items", -1, name, 0, Integer.MAX_VALUE);
                case "quantity_destroyed", "quantity_dropped" ->
                    whole(value, "victim.items", -1, name, 0, MOST_QUANTITY);
                case "items" -> items(value);
                default -> json.skipChildren();
            }
        }
    }

    private boolean opens(JsonToken value, JsonToken expected, String where) throws IOException {
        if (value == expected) {
            return true;
        }
        if (value != JsonToken.VALUE_NULL) {
            body.complain(where + ": expected " + name(expected) + ", found " + name(value));
            json.skipChildren();
        }
        return false;
    }

    private void expect(boolean good, JsonToken value, String list, int index, String name, String expected)
            throws IOException {
        if (!good && value != JsonToken.VALUE_NULL) {
            body.complain(where(list, index, name) + ": expected " + expected + ", found " + found(value));
        }
        json.skipChildren();
    }

    private Long whole(JsonToken value, String where, long min, long max) throws IOException {
        return whole(value, "", -1, where, min, max);
    }

    private Long whole(JsonToken value, String list, int index, String name, long min, long max) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value == JsonToken.VALUE_NUMBER_INT && fitsLong()) {
            long number = json.getLongValue();
            if (number >= min && number <= max) {
                return number;
            }
        }
        body.complain(where(list, index, name) + ": expected a whole number from " + min + " to " + max + ", found "
                + found(value));
        json.skipChildren();
        return null;
    }

    private boolean fitsLong() throws IOException {
        return json.getNumberType() != NumberType.BIG_INTEGER;
    }

    private String found(JsonToken value) throws IOException {
        return value.isNumeric() ? json.getText() : name(value);
    }

    private static String where(String list, int index, String name) {
        String place = index < 0 ? list : list + "[" + index + "]";
        return place.isEmpty() ? name : place + "." + name;
    }

    static String name(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }
}
