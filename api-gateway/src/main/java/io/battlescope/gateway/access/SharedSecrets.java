package io.battlescope.gateway.access;

import java.util.List;
import org.springframework.stereotype.Component;

/** The secrets that the gateway was started with: whoever knows one is an admin, and says with X-Actor which. */
@Component
final class SharedSecrets {

    private final List<String> digests;

    SharedSecrets(AdminProperties properties) {
        this.digests = properties.token().stream().map(Digest::of).toList();
    }

    boolean any() {
        return !digests.isEmpty();
    }

    /** Compares with all of them whichever is right. */
    boolean isOne(String token) {
        String sent = Digest.of(token);
        boolean known = false;
        for (String digest : digests) {
            known |= Digest.equal(digest, sent);
        }
        return known;
    }
}
