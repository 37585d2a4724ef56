package io.battlescope.ingestion.ruleset;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.Ruleset.Choice;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds rules that contradict themselves, or name what cannot be. */
public final class RulesetCheck {

    /** A list is part of a message, and looked through for each killmail. */
    private static final int MOST_ENTRIES = 10_000;
    /** The most attackers of a mail, and the victim. */
    private static final int MOST_PILOTS = 10_001;
    /** No kill is worth more. */
    private static final BigDecimal MOST_ISK = BigDecimal.valueOf(1, -18);
    /** Decimal places or trailing zeros; beyond it a short number stands for one that fills the memory. */
    private static final int MAX_SCALE = 30;

    private static final Predicate<Object> ANY = entry -> true;
    private static final Predicate<Number> ID = id -> id.longValue() > 0;

    private RulesetCheck() {}

    /** What is wrong with the rules, in words; empty when they are fine. */
    public static Optional<String> complaint(Ruleset ruleset) {
        if (ruleset == null) {
            return Optional.of("there are no rules");
        }
        if (ruleset.minPilots() != null && (ruleset.minPilots() < 1 || ruleset.minPilots() > MOST_PILOTS)) {
            return Optional.of("minPilots is " + ruleset.minPilots() + ", not from 1 to " + MOST_PILOTS);
        }
        if (ruleset.minIsk() != null && !isIsk(ruleset.minIsk())) {
            return Optional.of("minIsk is not from 0 to 1E18");
        }
        return complaint("alliances", ruleset.alliances(), ID)
                .or(() -> complaint("corporations", ruleset.corporations(), ID))
                .or(() -> complaint("characters", ruleset.characters(), ID))
                .or(() -> complaint("systems", ruleset.systems(), ID))
                .or(() -> complaint("regions", ruleset.regions(), ID))
                .or(() -> complaint("spaceTypes", ruleset.spaceTypes(), ANY))
                .or(() -> complaint("securityBands", ruleset.securityBands(), ANY))
                .or(() -> bandsWithoutSpace(ruleset));
    }

    /** The same rules, written in the one way that rules are compared by. */
    public static Ruleset normal(Ruleset ruleset) {
        return new Ruleset(
                ruleset.minPilots(),
                ruleset.minIsk() == null ? null : ruleset.minIsk().setScale(2, RoundingMode.HALF_UP),
                ruleset.alliances(),
                ruleset.corporations(),
                ruleset.characters(),
                ruleset.systems(),
                ruleset.regions(),
                ruleset.spaceTypes(),
                ruleset.securityBands());
    }

    private static boolean isIsk(BigDecimal isk) {
        return Math.abs(isk.scale()) <= MAX_SCALE && isk.signum() >= 0 && isk.compareTo(MOST_ISK) <= 0;
    }

    private static <T> Optional<String> complaint(String name, Choice<T> choice, Predicate<? super T> canBe) {
        if (choice.allow().size() > MOST_ENTRIES || choice.deny().size() > MOST_ENTRIES) {
            return Optional.of(name + " has more than " + MOST_ENTRIES + " entries");
        }
        if (!choice.allow().stream().allMatch(canBe) || !choice.deny().stream().allMatch(canBe)) {
            return Optional.of(name + " has an id that is not above 0");
        }
        return Collections.disjoint(choice.allow(), choice.deny())
                ? Optional.empty()
                : Optional.of(name + " allows and denies the same");
    }

    private static Optional<String> bandsWithoutSpace(Ruleset ruleset) {
        Choice<SpaceType> space = ruleset.spaceTypes();
        boolean knownSpace = !space.deny().contains(SpaceType.KSPACE)
                && (space.allow().isEmpty() || space.allow().contains(SpaceType.KSPACE));
        return knownSpace || ruleset.securityBands().allow().isEmpty()
                ? Optional.empty()
                : Optional.of("only known space has security bands, and it is not allowed: nothing could pass");
    }
}
