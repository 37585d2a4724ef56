package io.battlescope.ingestion.feed;

import java.util.List;

/** Where the feeds were left. */
@FunctionalInterface
public interface Bookmarks {

    /** The bookmarks of all feeds whose identity begins so. */
    List<Bookmark> beginningWith(String prefix);
}
