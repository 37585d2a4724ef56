package io.battlescope.ingestion.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.json.MessageJson;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesetCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'minPilots':0}",
                "{'minPilots':10002}",
                "{'minIsk':-1}",
                "{'minIsk':1e19}",
                "{'minIsk':1e-999999999}",
                "{'alliances':{'allow':[99000001],'deny':[99000001]}}",
                "{'corporations':{'allow':[0]}}",
                "{'characters':{'deny':[-5]}}",
                "{'systems':{'deny':[0]}}",
                "{'regions':{'allow':[10000002],'deny':[10000002,10000003]}}",
                "{'spaceTypes':{'allow':['kspace'],'deny':['kspace']}}",
                "{'securityBands':{'allow':['highsec'],'deny':['highsec']}}",
                "{'spaceTypes':{'deny':['kspace']},'securityBands':{'allow':['highsec']}}",
                "{'spaceTypes':{'allow':['wormhole']},'securityBands':{'allow':['highsec']}}"
            })
    void rulesThatCannotBeMeantAreRefused(String rules) throws IOException {
        assertThat(RulesetCheck.complaint(ruleset(rules))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'minPilots':1,'minIsk':0}",
                "{'alliances':{'allow':[99000001],'deny':[99000002]},'characters':{'allow':[95]}}",
                "{'spaceTypes':{'allow':['kspace','wormhole']},'securityBands':{'allow':['lowsec']}}",
                "{'spaceTypes':{'deny':['kspace']},'securityBands':{'deny':['highsec']}}"
            })
    void rulesThatMakeSenseAreTaken(String rules) throws IOException {
        assertThat(RulesetCheck.complaint(ruleset(rules))).isEmpty();
    }

    @Test
    void rulesNobodyWroteAndEndlessListsAreRefused() throws IOException {
        String ids = LongStream.rangeClosed(1, 10_001).mapToObj(Long::toString).collect(Collectors.joining(","));

        assertThat(RulesetCheck.complaint(null)).isPresent();
        assertThat(RulesetCheck.complaint(ruleset("{'characters':{'deny':[" + ids + "]}}")))
                .isPresent();
        assertThat(RulesetCheck.complaint(Ruleset.DEFAULT)).isEmpty();
    }

    private static Ruleset ruleset(String json) throws IOException {
        return MessageJson.mapper().readValue(json.replace('\'', '"'), Ruleset.class);
    }
}
