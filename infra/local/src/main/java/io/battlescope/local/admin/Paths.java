package io.battlescope.local.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words of the command line as parts of an address. */
final class Paths {

    private Paths() {}

    static String segment(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
