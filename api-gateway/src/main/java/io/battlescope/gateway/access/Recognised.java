package io.battlescope.gateway.access;

import io.battlescope.gateway.admin.Caller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody whose token was good. */
final class Recognised extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final boolean shared;

    /** @param shared whether several people show this token, so that it does not tell who it is */
    Recognised(Caller caller, boolean shared) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
        this.caller = caller;
        this.shared = shared;
        setAuthenticated(true);
    }

    boolean isShared() {
        return shared;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** Nobody needs the token any more. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recognised same && caller.equals(same.caller) && shared == same.shared;
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
