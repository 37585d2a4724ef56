package io.battlescope.e2e.check;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what is not as it should be. Safe for many threads. */
final class Findings {

    private final ConcurrentLinkedQueue<String> sentences = new ConcurrentLinkedQueue<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void same(String what, Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            add(what + " is " + found + " and should be " + expected);
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
