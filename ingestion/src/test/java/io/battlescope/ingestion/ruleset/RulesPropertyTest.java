package io.battlescope.ingestion.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.Ruleset.Choice;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules against what is said of them on their type, over small worlds in which lists and mails often meet. */
class RulesPropertyTest {

    private static final Ruleset NO_RULES = new Ruleset(null, null, null, null, null, null, null, null, null);

    @Property(tries = 2000)
    void aKillmailPassesExactlyWhenEveryConditionHolds(
            @ForAll("rulesets") Ruleset rules, @ForAll("mails") MailFacts mail) {
        assertThat(new Rules(rules).refusal(mail).isEmpty()).isEqualTo(passesOnPaper(rules, mail));
    }

    @Property(tries = 500)
    void denyingMoreNeverLetsMorePass(
            @ForAll("rulesets") Ruleset rules, @ForAll("mails") MailFacts mail, @ForAll("ids") Set<Long> denied) {
        Set<Long> more = new HashSet<>(rules.alliances().deny());
        more.addAll(denied);
        Ruleset stricter = withAlliances(rules, new Choice<>(rules.alliances().allow(), more));

        if (new Rules(rules).refusal(mail).isPresent()) {
            assertThat(new Rules(stricter).refusal(mail)).isPresent();
        }
    }

    @Property(tries = 500)
    void aMailWithoutAValueIsNeverRefusedForItsValue(
            @ForAll("rulesets") Ruleset rules, @ForAll("mails") MailFacts mail) {
        MailFacts unvalued =
                new MailFacts(mail.place(), mail.alliances(), mail.corporations(), mail.characters(), null);

        assertThat(new Rules(rules).refusal(unvalued)).isNotEqualTo(Optional.of(RuleCode.MIN_ISK));
    }

    @Property(tries = 500)
    void noRulesRefuseNothing(@ForAll("mails") MailFacts mail) {
        assertThat(new Rules(NO_RULES).refusal(mail)).isEmpty();
    }

    @Property(tries = 500)
    void theDefaultRefusesAbyssalAndVoidSpaceOnly(@ForAll("mails") MailFacts mail) {
        SpaceType space = mail.place().spaceType();

        assertThat(new Rules(Ruleset.DEFAULT).refusal(mail).isPresent())
                .isEqualTo(space == SpaceType.ABYSSAL || space == SpaceType.VOID);
    }

    @Property(tries = 300)
    void rulesSurviveBeingStored(@ForAll("rulesets") Ruleset rules) throws IOException {
        Ruleset normal = RulesetCheck.normal(rules);
        String stored = MessageJson.mapper().writeValueAsString(normal);

        assertThat(MessageJson.mapper().readValue(stored, Ruleset.class)).isEqualTo(normal);
    }

    /** The sentences on {@link Ruleset}, one after the other. */
    private static boolean passesOnPaper(Ruleset rules, MailFacts mail) {
        Place place = mail.place();
        return allowed(rules.spaceTypes(), Set.of(place.spaceType()))
                && allowed(
                        rules.securityBands(), place.securityBand() == null ? Set.of() : Set.of(place.securityBand()))
                && allowed(tagged(rules.systems(), "s", rules.regions(), "r"), places(place))
                && allowed(entities(rules), named(mail))
                && (rules.minPilots() == null || pilots(mail) >= rules.minPilots())
                && (rules.minIsk() == null || mail.isk() == null || mail.isk().compareTo(rules.minIsk()) >= 0);
    }

    private static <T> boolean allowed(Choice<T> choice, Set<T> has) {
        return has.stream().noneMatch(choice.deny()::contains)
                && (choice.allow().isEmpty() || has.stream().anyMatch(choice.allow()::contains));
    }

    private static long pilots(MailFacts mail) {
        return mail.characters().stream().filter(Party::isPlayer).count();
    }

    private static Set<String> places(Place place) {
        return place.regionId() == null
                ? Set.of("s" + place.systemId())
                : Set.of("s" + place.systemId(), "r" + place.regionId());
    }

    private static Set<String> named(MailFacts mail) {
        Set<String> named = tagged("a", mail.alliances());
        named.addAll(tagged("o", mail.corporations()));
        named.addAll(tagged("c", mail.characters()));
        return named;
    }

    private static Choice<String> entities(Ruleset rules) {
        Choice<String> two = tagged(rules.alliances(), "a", rules.corporations(), "o");
        return union(
                two,
                new Choice<>(
                        tagged("c", rules.characters().allow()),
                        tagged("c", rules.characters().deny())));
    }

    private static <T> Choice<String> tagged(Choice<T> one, String tag, Choice<T> other, String otherTag) {
        return union(
                new Choice<>(tagged(tag, one.allow()), tagged(tag, one.deny())),
                new Choice<>(tagged(otherTag, other.allow()), tagged(otherTag, other.deny())));
    }

    private static Choice<String> union(Choice<String> one, Choice<String> other) {
        Set<String> allow = new HashSet<>(one.allow());
        allow.addAll(other.allow());
        Set<String> deny = new HashSet<>(one.deny());
        deny.addAll(other.deny());
        return new Choice<>(allow, deny);
    }

    private static Set<String> tagged(String tag, Set<?> ids) {
        return ids.stream().map(id -> tag + id).collect(Collectors.toCollection(HashSet::new));
    }

    private static Ruleset withAlliances(Ruleset rules, Choice<Long> alliances) {
        return new Ruleset(
                rules.minPilots(),
                rules.minIsk(),
                alliances,
                rules.corporations(),
                rules.characters(),
                rules.systems(),
                rules.regions(),
                rules.spaceTypes(),
                rules.securityBands());
    }

    @Provide
    Arbitrary<Ruleset> rulesets() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5).injectNull(0.7),
                        Arbitraries.of("0", "10", "100.5").map(BigDecimal::new).injectNull(0.7),
                        choices(ids()),
                        Combinators.combine(choices(ids()), choices(ids())).as(Arrays::asList),
                        Combinators.combine(choices(numbers(1, 6)), choices(numbers(1, 3)))
                                .as(Arrays::asList),
                        choices(Arbitraries.of(SpaceType.class).set().ofMaxSize(3)),
                        choices(Arbitraries.of(SecurityBand.class).set().ofMaxSize(2)))
                .as((pilots, isk, alliances, others, places, spaces, bands) -> new Ruleset(
                        pilots,
                        isk,
                        alliances,
                        others.get(0),
                        others.get(1),
                        places.get(0),
                        places.get(1),
                        spaces,
                        bands));
    }

    @Provide
    Arbitrary<MailFacts> mails() {
        Arbitrary<Place> places = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 3).injectNull(0.2),
                        Arbitraries.of(SpaceType.class),
                        Arbitraries.of(SecurityBand.class).injectNull(0.3))
                .as((system, region, space, band) -> new Place(system, null, region, space, band));
        return Combinators.combine(
                        places,
                        ids(),
                        ids(),
                        ids(),
                        Arbitraries.of("0.01", "10.00", "1000.00")
                                .map(BigDecimal::new)
                                .injectNull(0.3))
                .as(MailFacts::new);
    }

    /** Some of them are characters of NPCs. */
    @Provide
    Arbitrary<Set<Long>> ids() {
        return Arbitraries.of(1L, 2L, 3L, 4L, 5L, 3_000_001L, 3_999_999L, 4_000_000L)
                .set()
                .ofMaxSize(5);
    }

    private static Arbitrary<Set<Integer>> numbers(int from, int to) {
        return Arbitraries.integers().between(from, to).set().ofMaxSize(2);
    }

    private static <T> Arbitrary<Choice<T>> choices(Arbitrary<Set<T>> entries) {
        Arbitrary<Set<T>> often = entries.injectNull(0.6);
        Arbitrary<Choice<T>> some = Combinators.combine(often, often).as(Choice::new);
        return some.injectNull(0.2);
    }
}
