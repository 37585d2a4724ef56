package io.battlescope.gateway.ruleset;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.Ruleset.Choice;
import io.battlescope.gateway.body.FieldErrors;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;

/** What can be told of rules without knowing the universe; the rest is for ingestion. */
final class RulesetCheck {

    private static final int MAX_ENTRIES = 10_000;
    private static final BigDecimal MAX_ISK = BigDecimal.TEN.pow(18);
    private static final int DECIMALS = 2;
    private static final String NO_ISK = "has to be a number of ISK from 0 to 1E18, with two decimals at most";

    private final FieldErrors errors;

    private RulesetCheck(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(Ruleset rules, FieldErrors errors) {
        errors.require(rules != null, "ruleset", "is missing");
        if (rules != null) {
            new RulesetCheck(errors).check(rules);
        }
    }

    private void check(Ruleset rules) {
        errors.require(
                        rules.minPilots() == null || rules.minPilots() > 0,
                        "ruleset.minPilots",
                        "must be greater than 0")
                .require(rules.minIsk() == null || isIsk(rules.minIsk()), "ruleset.minIsk", NO_ISK);
        ids(rules.alliances(), "ruleset.alliances");
        ids(rules.corporations(), "ruleset.corporations");
        ids(rules.characters(), "ruleset.characters");
        ids(rules.systems(), "ruleset.systems");
        ids(rules.regions(), "ruleset.regions");
        choice(rules.spaceTypes(), "ruleset.spaceTypes");
        choice(rules.securityBands(), "ruleset.securityBands");
    }

    /** Nothing here writes the number out: a few characters with an exponent can be one of gigabytes. */
    private static boolean isIsk(BigDecimal isk) {
        return isk.signum() >= 0
                && isk.compareTo(MAX_ISK) <= 0
                && isk.stripTrailingZeros().scale() <= DECIMALS;
    }

    private void ids(Choice<? extends Number> ids, String field) {
        choice(ids, field);
        positive(ids.allow(), field + ".allow");
        positive(ids.deny(), field + ".deny");
    }

    private void positive(Set<? extends Number> ids, String field) {
        errors.require(ids.stream().allMatch(id -> id.longValue() > 0), field, "has to hold ids greater than 0");
    }

    private void choice(Choice<?> choice, String field) {
        size(choice.allow(), field + ".allow");
        size(choice.deny(), field + ".deny");
        errors.require(
                Collections.disjoint(choice.allow(), choice.deny()), field, "allows and denies the same; choose one");
    }

    private void size(Set<?> values, String field) {
        errors.require(values.size() <= MAX_ENTRIES, field, "has more than " + MAX_ENTRIES + " entries");
    }
}
