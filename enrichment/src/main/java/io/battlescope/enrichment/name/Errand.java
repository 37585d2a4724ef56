package io.battlescope.enrichment.name;

import io.battlescope.api.entity.EntityKind;

/** Something to ask of an entity later. */
sealed interface Errand {

    /** What an id is called that could not be named before. */
    record Name(long id) implements Errand {}

    /** What a corporation or an alliance is called now, and its ticker. */
    record Ticker(EntityKind kind, long id) implements Errand {}

    default String text() {
        return switch (this) {
            case Name(long id) -> "NAME " + id;
            case Ticker(EntityKind kind, long id) -> kind + " " + id;
        };
    }

    static Errand parse(String text) {
        int space = text.indexOf(' ');
        String what = text.substring(0, space);
        long id = Long.parseLong(text.substring(space + 1));
        return what.equals("NAME") ? new Name(id) : new Ticker(EntityKind.valueOf(what), id);
    }
}
