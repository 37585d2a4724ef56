package io.battlescope.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rest.ApiClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** A condition on the status that gives up early when nobody is left to fulfil it. */
final class Awaited {

    private final Predicate<JsonNode> condition;

    Awaited(Predicate<JsonNode> condition) {
        this.condition = condition;
    }

    boolean test(ApiClient api) throws InterruptedException {
        Optional<JsonNode> status = api.status();
        return status.filter(condition).isPresent();
    }

    void requireAlive(Process up, Path log) {
        if (!up.isAlive()) {
            throw new IllegalStateException("BattleScope has ended with " + up.exitValue() + "; see " + log);
        }
    }
}
