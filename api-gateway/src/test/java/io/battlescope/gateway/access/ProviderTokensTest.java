package io.battlescope.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.ProblemCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderTokensTest {

    private final Provider provider = new Provider();
    private final ProviderTokens tokens = tokens(provider.jwksUrl(), "roles", Map.of());

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aTokenSaysWhoAndInWhichRole() {
        assertThat(tokens.recognise(signed(Provider.claims()))).isEqualTo(new Caller("alice", Role.OPERATOR));
        assertThat(tokens.recognise(signed(Provider.claims().claim("roles", List.of("viewer", "admin", "operator")))))
                .isEqualTo(new Caller("alice", Role.ADMIN));
    }

    @Test
    void rolesAreFoundWhereAndAsTheProviderNamesThem() {
        ProviderTokens deep = tokens(provider.jwksUrl(), "realm_access.roles", Map.of("fleet commanders", Role.ADMIN));
        JWTClaimsSet.Builder claims =
                Provider.claims().claim("realm_access", Map.of("roles", List.of("fleet commanders")));

        assertThat(deep.recognise(signed(claims)).role()).isEqualTo(Role.ADMIN);
        assertRefused(deep, signed(Provider.claims()), ProblemCode.FORBIDDEN, "realm_access.roles");
    }

    @Test
    void whatIsNotMeantForUsOrNoLongerGoodIsRefused() {
        assertRefused(
                Provider.claims().expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2)))), "expired");
        assertRefused(Provider.claims().expirationTime(null), "exp");
        assertRefused(Provider.claims().audience("somebody else"), "aud");
        assertRefused(Provider.claims().audience((String) null), "aud");
        assertRefused(Provider.claims().issuer("https://evil.example"), "iss");
        assertRefused(Provider.claims().subject(null), "sub");
        assertRefused(Provider.claims().notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(5)))), "before");
    }

    @Test
    void whatNobodySignedWhoMayIsRefused() throws JOSEException {
        JWTClaimsSet claims = Provider.claims().build();
        SignedJWT withThePublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
        withThePublicKey.sign(new MACSigner(provider.key().toPublicJWK().toJSONString()));

        assertRefused(
                tokens, Provider.signed(Provider.newKey("first"), claims), ProblemCode.UNAUTHORIZED, "none of ours");
        assertRefused(tokens, new PlainJWT(claims).serialize(), ProblemCode.UNAUTHORIZED, "none of ours");
        assertRefused(tokens, withThePublicKey.serialize(), ProblemCode.UNAUTHORIZED, "none of ours");
        assertRefused(tokens, "a.b.c", ProblemCode.UNAUTHORIZED, "none of ours");
        assertRefused(tokens, "rubbish", ProblemCode.UNAUTHORIZED, "none of ours");
    }

    @Test
    void whenTheProviderChangesItsKeyTheNewOneCountsAndTheOldOneNoMore() {
        String old = signed(Provider.claims());
        tokens.recognise(old);
        provider.rotate();

        assertThat(tokens.recognise(signed(Provider.claims())).name()).isEqualTo("alice");
        assertRefused(tokens, old, ProblemCode.UNAUTHORIZED, "none of ours");
        // keys made up at random do not make us ask for ever
        assertRefused(tokens, old, ProblemCode.UNAUTHORIZED, "none of ours");
    }

    @Test
    void whileTheProviderIsAwayKnownKeysGoOnAndWithoutAnyItIsSaidWhy() {
        String token = signed(Provider.claims());
        tokens.recognise(token);
        provider.close();

        assertThat(tokens.recognise(token).name()).isEqualTo("alice");
        assertRefused(
                tokens(provider.jwksUrl(), "roles", Map.of()),
                token,
                ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE,
                "cannot be had");
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return Provider.signed(provider.key(), claims.build());
    }

    private static ProviderTokens tokens(URI jwksUrl, String roleClaim, Map<String, Role> roles) {
        return new ProviderTokens(
                new AccessProperties(true, jwksUrl, Provider.ISSUER, Provider.AUDIENCE, roleClaim, roles));
    }

    private void assertRefused(JWTClaimsSet.Builder claims, String reason) {
        assertRefused(tokens, signed(claims), ProblemCode.UNAUTHORIZED, reason);
    }

    private static void assertRefused(ProviderTokens tokens, String token, ProblemCode code, String reason) {
        assertThatThrownBy(() -> tokens.recognise(token))
                .isInstanceOfSatisfying(
                        LoginRefusedException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code))
                .hasMessageContaining(reason);
    }
}
