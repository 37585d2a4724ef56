package io.battlescope.gateway.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.view.name.JsonNames;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Tokens that an OpenID provider has signed (JWT). Its keys are fetched when a token names one that is not known, so that it can change
 * them at any time, and are kept while it is away. Only signatures with a private key count: what the provider publishes would otherwise
 * be enough to sign.
 */
final class ProviderTokens {

    private static final Logger log = LoggerFactory.getLogger(ProviderTokens.class);
    private static final Set<JWSAlgorithm> SIGNATURES = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final long KEPT_WHILE_AWAY_MILLIS = 60L * 60 * 1_000;
    /** An unknown key may have been made up: the provider is not asked more than twice in this time. */
    private static final long MIN_MILLIS_BETWEEN_ASKING = 10_000;

    private static final Pattern SUBJECT = Pattern.compile("\\P{C}{1,100}");

    private final JwtDecoder decoder;
    private final String roleClaim;
    private final Map<String, Role> roles;

    ProviderTokens(AccessProperties properties) {
        this.decoder = decoder(properties);
        this.roleClaim = properties.roleClaim();
        this.roles = new HashMap<>(JsonNames.byName(Role.values()));
        roles.putAll(properties.roles());
    }

    private static JwtDecoder decoder(AccessProperties properties) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, keys(properties)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        // Spring's validators look at the claims
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(properties));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(AccessProperties properties) {
        try {
            return JWKSourceBuilder.create(
                            properties.jwksUrl().toURL(),
                            new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MAX_BYTES))
                    .rateLimited(MIN_MILLIS_BETWEEN_ASKING)
                    .outageTolerant(KEPT_WHILE_AWAY_MILLIS)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("battlescope.security.jwks-url is no URL: " + properties.jwksUrl(), e);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(AccessProperties properties) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>(List.of(new JwtTimestampValidator()));
        // a token that never expires could never be taken back
        validators.add(new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null));
        validators.add(new JwtClaimValidator<String>(
                JwtClaimNames.SUB,
                subject -> subject != null && SUBJECT.matcher(subject).matches()));
        if (properties.issuer() != null) {
            validators.add(new JwtIssuerValidator(properties.issuer()));
        }
        if (properties.audience() != null) {
            validators.add(new JwtClaimValidator<Collection<String>>(
                    JwtClaimNames.AUD, audience -> audience != null && audience.contains(properties.audience())));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }

    Caller recognise(String token) {
        Jwt jwt = decode(token);
        Role role = Stream.of(roleClaim)
                .flatMap(claim -> names(jwt, claim))
                .map(roles::get)
                .filter(known -> known != null)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new LoginRefusedException(
                        ProblemCode.FORBIDDEN,
                        "The token names no role that is known here, in its claim " + roleClaim + "."));
        return new Caller(jwt.getSubject(), role);
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException e) {
            throw new LoginRefusedException(ProblemCode.UNAUTHORIZED, "The token does not count: " + reasons(e) + ".");
        } catch (BadJwtException e) {
            log.debug("A token is refused: {}", e.getMessage());
            throw unknown();
        } catch (JwtException e) {
            if (Stream.iterate(e, Throwable.class::isInstance, Throwable::getCause)
                    .anyMatch(RateLimitReachedException.class::isInstance)) {
                throw unknown();
            }
            log.warn("The keys of the identity provider cannot be had: {}", e.getMessage());
            throw new LoginRefusedException(
                    ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE,
                    "Whether this token is good cannot be told just now: the keys of the identity provider cannot be had.");
        }
    }

    private static String reasons(JwtValidationException refusal) {
        return String.join(
                ", ",
                refusal.getErrors().stream().map(OAuth2Error::getDescription).toList());
    }

    private static LoginRefusedException unknown() {
        return new LoginRefusedException(
                ProblemCode.UNAUTHORIZED, "The token is none of ours, nor one that the identity provider has signed.");
    }

    /** One name, or a list of them, however deep. */
    private static Stream<String> names(Jwt jwt, String claim) {
        Object value = jwt.getClaims();
        for (String step : claim.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return switch (value) {
            case String one -> Stream.of(one.split(" "));
            case Collection<?> several -> several.stream().map(String::valueOf);
            case null, default -> Stream.empty();
        };
    }

    static Optional<ProviderTokens> of(AccessProperties properties) {
        return Optional.of(properties).filter(some -> some.jwksUrl() != null).map(ProviderTokens::new);
    }
}
