package io.battlescope.gateway.access;

import io.battlescope.api.access.Role;
import io.battlescope.view.fixture.QueryDatabase;
import java.time.Instant;

/** Real keys for tests of other packages. */
public final class Keys {

    private Keys() {}

    /** A token that the gateway knows from now on. */
    public static String of(QueryDatabase database, Role role) {
        NewKey made = NewKey.make(role.name(), role, null, "alice", Instant.now());
        AccessIT.store(database, made.key());
        return made.token();
    }
}
