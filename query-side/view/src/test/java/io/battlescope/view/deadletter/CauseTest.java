package io.battlescope.view.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot deserialize value of type `int` from String \"secret\": not a valid int value",
                "Cannot deserialize value of type `int` from String \"a\"secret\"b\": not a valid int value",
                "From String \"first line\n secret\"",
                "Unrecognized token 'secret': was expecting JSON\n at [Source: (byte[])\"{secret}\"; line: 1]",
                "ERROR: null value in column \"x\"\n  Detail: Failing row contains (1, secret).",
                "Failing row contains (1, secret",
                "Batch entry 0 insert into a values (('1'::int8), ('(secret'::text)) was aborted",
                "Is [secret] of \"killmail\"",
                "at [Source: secret",
            })
    void whatIsQuotedOrInBracketsIsCutOut(String cause) {
        assertThat(Cause.withoutValues(cause)).doesNotContain("secret");
    }

    @Test
    void theRestStays() {
        assertThat(Cause.withoutValues("ERROR: null value in column \"x\" violates a constraint\n  Detail: …"))
                .isEqualTo("ERROR: null value in column “…” violates a constraint");
        assertThat(Cause.withoutValues("an event is missing: 7 after 4")).isEqualTo("an event is missing: 7 after 4");
        assertThat(Cause.withoutValues(null)).isNull();
    }
}
