package io.battlescope.view.name;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.view.battle.BattleDetail;
import io.battlescope.view.battle.BattleFilter;
import io.battlescope.view.battle.BattleSort;
import io.battlescope.view.battle.BattleSummary;
import io.battlescope.view.battle.FindBattle;
import io.battlescope.view.battle.FindBattleParticipants;
import io.battlescope.view.battle.FindBattles;
import io.battlescope.view.battle.Participant;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.killmail.BattleKillmailView;
import io.battlescope.view.killmail.FindBattleKillmails;
import io.battlescope.view.killmail.FindKillmail;
import io.battlescope.view.killmail.FindRecentKillmails;
import io.battlescope.view.killmail.KillmailDetail;
import io.battlescope.view.killmail.KillmailSummary;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.side.PartyView;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityNamesIT {

    private static final long VICTIM = 91;
    private static final long KILLER = 92;
    private static final Party VICTIMS = new Party(PartyKind.CORPORATION, 98000001);
    private static final Party KILLERS = new Party(PartyKind.CORPORATION, 98000002);
    private static final long MILITIA = 500001;

    private static QueryDatabase database;
    private static Answers answers;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @BeforeEach
    void aLossInABattle() {
        database.clear();
        database.battle("b").insert();
        database.killmail(1).with("victim_faction_id", MILITIA).insert();
        database.attributed(1, "b").with("victim_faction_id", MILITIA).insert();
        database.participant("b", VICTIM).insert();
        database.participant("b", KILLER)
                .with("corporation_id", KILLERS.id())
                .with("party_id", KILLERS.id())
                .insert();
        database.side("b", VICTIMS, 1).insert();
        database.side("b", KILLERS, 2).insert();
        database.pair("b", VICTIMS.id(), KILLERS.id()).with("kills_by_high", 1).insert();
    }

    @Test
    void killmailsNameTheirVictimAndTheSharedParty() {
        everybodyIsNamed();

        KillmailSummary recent = answers.to(
                        new FindRecentKillmails(Set.of(), Set.of(), NOON.minusSeconds(1), PageRequest.first(1)))
                .items()
                .getFirst();
        BattleKillmailView inBattle = answers.to(new FindBattleKillmails("b", PageRequest.first(1)))
                .items()
                .getFirst();

        assertThat(recent.victim().who())
                .isEqualTo(new Combatant(
                        VICTIM,
                        "Jay Amazingness",
                        VICTIMS.id(),
                        "Victims Inc.",
                        "VICT",
                        null,
                        null,
                        null,
                        new NamedParty(PartyKind.CORPORATION, VICTIMS.id(), "Victims Inc.", "VICT")));
        assertThat(recent.victim().factionName()).isEqualTo("Caldari State");
        assertThat(recent.attribution().sharedPartyName()).isEqualTo("Killers Ltd.");
        assertThat(recent.attribution().sharedPartyTicker()).isEqualTo("KILL");
        assertThat(inBattle.killmail()).isEqualTo(recent);
    }

    @Test
    void aKillmailInFullNamesItsAttackers() {
        everybodyIsNamed();

        KillmailDetail killmail = killmail();

        assertThat(killmail.killmail().victim().who().characterName()).isEqualTo("Jay Amazingness");
        assertThat(killmail.attackers()).singleElement().satisfies(attacker -> {
            assertThat(attacker.who().characterName()).isEqualTo("Killer Queen");
            assertThat(attacker.who().corporationTicker()).isEqualTo("KILL");
            assertThat(attacker.who().party())
                    .isEqualTo(new NamedParty(PartyKind.CORPORATION, KILLERS.id(), "Killers Ltd.", "KILL"));
        });
    }

    @Test
    void battlesNamePartiesPilotsAndDearestLosses() {
        everybodyIsNamed();

        BattleDetail battle = battle();
        BattleSummary listed = answers.to(
                        new FindBattles(BattleFilter.ANY, BattleSort.NEWEST_ACTIVITY, PageRequest.first(1)))
                .items()
                .getFirst();
        List<Participant> pilots = answers.to(new FindBattleParticipants("b", PageRequest.first(5)))
                .items();

        PartyView victims = battle.sides().getFirst().parties().getFirst();
        NamedParty killers = new NamedParty(PartyKind.CORPORATION, KILLERS.id(), "Killers Ltd.", "KILL");
        assertThat(victims.name()).isEqualTo("Victims Inc.");
        assertThat(victims.ticker()).isEqualTo("VICT");
        assertThat(victims.evidence())
                .singleElement()
                .satisfies(pair -> assertThat(pair.party()).isEqualTo(killers));
        assertThat(battle.topLosses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.who().characterName()).isEqualTo("Jay Amazingness"));
        assertThat(listed.sides().get(1).parties()).containsExactly(killers);
        assertThat(pilots)
                .extracting(pilot -> pilot.who().characterName())
                .containsExactly("Jay Amazingness", "Killer Queen");
        assertThat(pilots.get(1).who().party()).isEqualTo(killers);
    }

    @Test
    void whatNobodyHasNamedYetHasNoName() {
        assertThat(battle().sides().getFirst().parties().getFirst().name()).isNull();
        assertThat(battle().namesTag()).isEmpty();
        assertThat(killmail().killmail().victim().who().characterName()).isNull();
        assertThat(killmail().killmail().victim().who().party())
                .isEqualTo(new NamedParty(VICTIMS.kind(), VICTIMS.id(), null, null));
        assertThat(killmail().namesTag()).isEmpty();
    }

    @Test
    void aNameOrATickerThatComesLaterChangesTheTagOfWhatShowsItAndOfNothingElse() {
        database.named(VICTIMS.id(), "Victims Inc.", null).insert();
        String battle = battle().namesTag();
        String killmail = killmail().namesTag();

        database.named(98000099, "Strangers", "STRNG").insert();
        assertThat(battle().namesTag()).isEqualTo(battle).isNotEmpty();
        assertThat(killmail().namesTag()).isEqualTo(killmail).isNotEmpty();

        database.asOwner()
                .sql("update entity set ticker = 'VICT' where entity_id = 98000001")
                .update();
        assertThat(battle().namesTag()).isNotEqualTo(battle);
        assertThat(killmail().namesTag()).isNotEqualTo(killmail);
        assertThat(battle().sides().getFirst().parties().getFirst().ticker()).isEqualTo("VICT");
    }

    private static void everybodyIsNamed() {
        database.named(VICTIM, "Jay Amazingness", null).insert();
        database.named(KILLER, "Killer Queen", null).insert();
        database.named(VICTIMS.id(), "Victims Inc.", "VICT").insert();
        database.named(KILLERS.id(), "Killers Ltd.", "KILL").insert();
        database.named(MILITIA, "Caldari State", null).insert();
    }

    private static BattleDetail battle() {
        return answers.to(new FindBattle("b")).orElseThrow();
    }

    private static KillmailDetail killmail() {
        return answers.to(new FindKillmail(1)).orElseThrow();
    }
}
