package io.battlescope.command;

import io.battlescope.api.battle.LinkageRule;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the command side.
 *
 * @param battle the rule of linkage, and how long a battle is quiet before it has ended
 */
@ConfigurationProperties("battlescope")
record CommandSideProperties(
        @DefaultValue Rule battle,
        @DefaultValue Database eventsDb,
        @DefaultValue Database battlesDb) {

    record Rule(
            @DefaultValue("15m") Duration gap,
            @DefaultValue("2") int minLosses,
            @DefaultValue("1") int minSharedParties,
            @DefaultValue("30m") Duration quiet) {

        Rule {
            if (quiet.compareTo(gap) < 0) {
                throw new IllegalArgumentException("BATTLESCOPE_BATTLE_QUIET must not be shorter than"
                        + " BATTLESCOPE_BATTLE_GAP: a battle of " + quiet + " would end between two linked kills "
                        + gap + " apart");
            }
        }

        LinkageRule linkage() {
            return LinkageRule.of(gap, minLosses, minSharedParties);
        }
    }

    /** @param url JDBC URL of PostgreSQL; there is no default, since it names the owner of the data */
    record Database(
            String url,
            @DefaultValue("postgres") String username,
            @DefaultValue("") String password) {}
}
