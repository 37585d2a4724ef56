package io.battlescope.projection.access;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.projection.processor.Projection;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps the keys as they are now. */
@Component
class AccessKeys implements Projection {

    private final ApiKeyStore store;

    AccessKeys(ApiKeyStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "access-keys";
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        TreeMap<String, ApiKeyChanged> latest = new TreeMap<>();
        batch.stream()
                .map(event -> (ApiKeyChanged) event.getPayload())
                .forEach(key -> latest.merge(key.keyId(), key, AccessKeys::later));
        store.write(latest.values());
    }

    private static ApiKeyChanged later(ApiKeyChanged one, ApiKeyChanged other) {
        return other.changedAt().isAfter(one.changedAt()) ? other : one;
    }

    @Override
    public List<String> tables() {
        return List.of("api_key");
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("Keys are only ever written over");
    }

    /** Emptied, it would lock everybody out until it has caught up, and for good when the topic was lost. */
    @Override
    public boolean isResettable() {
        return false;
    }

    /** A key that was passed over could be one that was revoked. */
    @Override
    public boolean canSkip() {
        return false;
    }

    /** Times of change give the order, and keys are too few to be shared out. */
    @Override
    public int systemOf(EventMessage<?> event) {
        return 0;
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return ((ApiKeyChanged) event.getPayload()).keyId();
    }

    @Override
    public boolean needsBeginning() {
        return false;
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return 1;
    }
}
