package io.battlescope.gateway.key;

import io.battlescope.gateway.access.NewKey;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.admin.Attempt;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.access.ApiKey;
import io.battlescope.view.access.FindApiKey;
import io.battlescope.view.access.FindApiKeys;
import io.battlescope.view.access.FindGoodKeyOfName;
import io.battlescope.view.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeysController implements KeysApi {

    private static final Pattern KEY_ID = Pattern.compile("[a-z0-9]{12}");

    private final KeyDesk desk;
    private final Asker asker;
    private final Cursors cursors;

    KeysController(KeyDesk desk, Asker asker, Cursors cursors) {
        this.desk = desk;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ResponseEntity<MadeKey> create(HttpServletRequest request) {
        KeyRequest wish = JsonBody.read(request, KeyRequest.class);
        new Attempt("access.key.create", wish.name(), wish.reason()).attach(request);
        Caller caller = Caller.of(request);
        FieldErrors errors = new FieldErrors();
        errors.require(caller.hasUsableName(), AdminOnly.ACTOR_HEADER, Caller.NAME_EXPLAINED);
        wish.check(errors);
        errors.throwIfAny();
        Instant now = now();
        asker.askAnew(new FindGoodKeyOfName(wish.name(), now)).ifPresent(KeysController::taken);
        Instant expiresAt = wish.expiresInDays() == null ? null : now.plus(wish.expiresInDays(), ChronoUnit.DAYS);
        NewKey made = NewKey.make(wish.name(), wish.role(), expiresAt, caller.name(), now);
        desk.create(made.key(), caller, wish.reason());
        return ResponseEntity.created(
                        URI.create("/api/v1/admin/keys/" + made.key().keyId()))
                .cacheControl(CacheControl.noStore())
                .body(new MadeKey(KeyView.of(made.key()), made.token()));
    }

    @Override
    public ListAnswer<KeyView> keys(PageParameters parameters) {
        Page<ApiKey> page = asker.askAnew(new FindApiKeys(cursors.page(parameters, "keys")));
        return cursors.answer(new Page<>(page.items().stream().map(KeyView::of).toList(), page.end()), "keys");
    }

    @Override
    public KeyView key(String keyId) {
        return KeyView.of(find(keyId));
    }

    @Override
    public KeyView revoke(String keyId, KeyReason reason, HttpServletRequest request) {
        new Attempt("access.key.revoke", keyId, reason.reason()).attach(request);
        Caller caller = Caller.of(request);
        new FieldErrors()
                .require(caller.hasUsableName(), AdminOnly.ACTOR_HEADER, Caller.NAME_EXPLAINED)
                .requireText(reason.reason(), "reason", 1, KeyReason.MAX_LENGTH)
                .throwIfAny();
        ApiKey key = find(keyId);
        if (key.revokedAt() != null) {
            desk.retell(key, caller, reason.reason());
            return KeyView.of(key);
        }
        ApiKey revoked = NewKey.revoked(key, caller.name(), now());
        desk.revoke(revoked, caller, reason.reason());
        return KeyView.of(revoked);
    }

    private ApiKey find(String keyId) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new ProblemException(ProblemCode.KEY_NOT_FOUND, "There is no key of this id.");
        }
        return asker.askAnew(new FindApiKey(keyId))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.KEY_NOT_FOUND,
                        "There is no key " + keyId + "; one that was just made can take a moment."));
    }

    private static void taken(ApiKey other) {
        throw new ProblemException(
                ProblemCode.KEY_NAME_TAKEN,
                "Key " + other.keyId() + " is called " + other.name()
                        + " and is still good: the audit could not tell them apart.");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
