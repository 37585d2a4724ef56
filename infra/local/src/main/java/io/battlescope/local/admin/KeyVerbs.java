package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** API keys: made, revoked and listed. */
final class KeyVerbs {

    private final AdminArguments arguments;
    private final Gateway gateway;
    private final Screen screen;
    private final Acts acts;
    private final Show show;

    KeyVerbs(AdminArguments arguments, Gateway gateway, Screen screen, Acts acts, Show show) {
        this.arguments = arguments;
        this.gateway = gateway;
        this.screen = screen;
        this.acts = acts;
        this.show = show;
    }

    int run() throws InterruptedException {
        if (arguments.value("--create").isPresent()) {
            return create(arguments.value("--create").get());
        }
        if (arguments.value("--revoke").isPresent()) {
            return revoke(arguments.value("--revoke").get());
        }
        return show.list("keys", Tables::keys);
    }

    private int create(String name) throws InterruptedException {
        String role = arguments
                .value("--role")
                .orElseThrow(() -> new UsageException("Which --role: viewer, operator or admin?"));
        ObjectNode wish = Json.object().put("name", name).put("role", role);
        arguments.number("--days").ifPresent(days -> wish.put("expiresInDays", days));
        wish.put("reason", acts.reason());
        Gateway.Answer made = gateway.postOnce("keys", wish);
        screen.say(
                arguments.has("--json")
                        ? made.body().strip()
                        : "Key " + Json.text(made.json().path("key"), "keyId") + " (" + role
                                + "). It is shown this once, so keep it well:\n" + Json.text(made.json(), "token"));
        return 0;
    }

    private int revoke(String keyId) throws InterruptedException {
        Gateway.Answer revoked =
                gateway.delete("keys/" + Paths.segment(keyId) + "?reason=" + Paths.segment(acts.reason()));
        screen.say(arguments.has("--json") ? revoked.body().strip() : "Key " + keyId + " is good for nothing now.");
        return 0;
    }
}
