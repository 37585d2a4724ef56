package io.battlescope.ingestion.ruleset;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.Ruleset.Choice;
import io.battlescope.api.killmail.Place;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Judges killmails by one ruleset. */
public record Rules(Ruleset ruleset) {

    /** Why the killmail is refused; empty when it is accepted. */
    public Optional<RuleCode> refusal(MailFacts mail) {
        for (RuleCode code : RuleCode.values()) {
            if (isBroken(code, mail)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private boolean isBroken(RuleCode code, MailFacts mail) {
        Place place = mail.place();
        return switch (code) {
            case SPACE_DENIED -> denies(ruleset.spaceTypes(), place.spaceType());
            case SPACE_NOT_ALLOWED -> omits(ruleset.spaceTypes(), place.spaceType());
            case BAND_DENIED -> denies(ruleset.securityBands(), place.securityBand());
            case BAND_NOT_ALLOWED -> omits(ruleset.securityBands(), place.securityBand());
            case PLACE_DENIED ->
                denies(ruleset.systems(), place.systemId()) || denies(ruleset.regions(), place.regionId());
            case PLACE_NOT_ALLOWED -> isElsewhere(place);
            case ENTITY_DENIED ->
                meets(ruleset.alliances().deny(), mail.alliances())
                        || meets(ruleset.corporations().deny(), mail.corporations())
                        || meets(ruleset.characters().deny(), mail.characters());
            case ENTITY_NOT_ALLOWED -> isOfOthers(mail);
            case MIN_PILOTS -> ruleset.minPilots() != null && mail.pilots() < ruleset.minPilots();
            // unknown is not little
            case MIN_ISK ->
                ruleset.minIsk() != null && mail.isk() != null && mail.isk().compareTo(ruleset.minIsk()) < 0;
        };
    }

    private boolean isElsewhere(Place place) {
        Set<Integer> systems = ruleset.systems().allow();
        Set<Integer> regions = ruleset.regions().allow();
        boolean anywhere = systems.isEmpty() && regions.isEmpty();
        return !anywhere && !holds(systems, place.systemId()) && !holds(regions, place.regionId());
    }

    private boolean isOfOthers(MailFacts mail) {
        Set<Long> alliances = ruleset.alliances().allow();
        Set<Long> corporations = ruleset.corporations().allow();
        Set<Long> characters = ruleset.characters().allow();
        boolean anybody = alliances.isEmpty() && corporations.isEmpty() && characters.isEmpty();
        return !anybody
                && !meets(alliances, mail.alliances())
                && !meets(corporations, mail.corporations())
                && !meets(characters, mail.characters());
    }

    private static <T> boolean denies(Choice<T> choice, T value) {
        return holds(choice.deny(), value);
    }

    private static <T> boolean omits(Choice<T> choice, T value) {
        return !choice.allow().isEmpty() && !holds(choice.allow(), value);
    }

    /** What a mail does not have is in no list. */
    private static <T> boolean holds(Set<T> list, T value) {
        return value != null && list.contains(value);
    }

    private static <T> boolean meets(Collection<T> list, Collection<T> named) {
        return !list.isEmpty() && !Collections.disjoint(list, named);
    }
}
