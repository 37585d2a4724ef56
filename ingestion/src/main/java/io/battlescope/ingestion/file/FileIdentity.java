package io.battlescope.ingestion.file;

import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which file this is: the same path may hold another file tomorrow, which then starts at its first line, while a file that has
 * grown goes on.
 *
 * @param feed path and beginning at first sight; never changes, since what was set aside is filed under it
 */
record FileIdentity(String feed, Fingerprint fingerprint, Position position) {

    static FileIdentity of(Path file, Bookmarks bookmarks) throws IOException {
        String path = "file:" + file + "#";
        Fingerprint now = Fingerprint.of(file);
        List<Bookmark> known = bookmarks.beginningWith(path);
        Bookmark same = null;
        for (Bookmark candidate : known) {
            Fingerprint then = Fingerprint.parse(candidate.fingerprint());
            boolean closer = same == null
                    || then.length() > Fingerprint.parse(same.fingerprint()).length();
            if (closer && then.matches(file)) {
                same = candidate;
            }
        }
        return same == null
                ? new FileIdentity(unused(path + now.shortDigest(), known), now, Position.START)
                : new FileIdentity(same.feed(), now, same.position());
    }

    /** Two files that began with the same few bytes when first seen are still two. */
    private static String unused(String feed, List<Bookmark> known) {
        String candidate = feed;
        for (int n = 2; isTaken(candidate, known); n++) {
            candidate = feed + "." + n;
        }
        return candidate;
    }

    private static boolean isTaken(String feed, List<Bookmark> known) {
        return known.stream().anyMatch(bookmark -> bookmark.feed().equals(feed));
    }
}
