package io.battlescope.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.validation.Validation.Accepted;
import io.battlescope.ingestion.validation.Validation.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KillmailValidatorTest {

    private static final String HASH = "0123456789abcdef0123456789ABCDEF01234567";
    private static final String VICTIM = "{'character_id':95,'damage_taken':10,'ship_type_id':587,'items':[]}";
    private static final String ATTACKER =
            "{'character_id':96,'damage_done':10,'final_blow':true,'security_status':-1.5}";
    private static final String GOOD = "{'killmail_id':7,'killmail_time':'2026-03-22T06:03:13Z',"
            + "'solar_system_id':30000142,'victim':" + VICTIM + ",'attackers':[" + ATTACKER + "]}";

    private final KillmailValidator validator =
            new KillmailValidator(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

    static Stream<Arguments> broken() {
        return Stream.of(
                rejected(RejectionCode.NOT_JSON, ""),
                rejected(RejectionCode.NOT_JSON, "nonsense"),
                rejected(RejectionCode.NOT_JSON, GOOD.substring(0, GOOD.length() - 1)),
                rejected(RejectionCode.NOT_JSON, GOOD + "garbage"),
                rejected(RejectionCode.NOT_JSON, GOOD + GOOD),
                rejected(RejectionCode.NOT_JSON, GOOD.replace("7", "\0007")),
                rejected(RejectionCode.NOT_JSON, GOOD.replace("95", "NaN")),
                rejected(RejectionCode.NOT_A_KILLMAIL, "[" + GOOD + "]"),
                rejected(RejectionCode.NOT_A_KILLMAIL, "null"),
                rejected(RejectionCode.NOT_A_KILLMAIL, "'text'"),
                rejected(RejectionCode.NOT_A_KILLMAIL, "{'killmail_id':7,'esi':null}"),
                rejected(RejectionCode.NO_ID, "{}"),
                rejected(RejectionCode.NO_ID, GOOD.replace("'killmail_id':7", "'killmail_id':null")),
                rejected(RejectionCode.BAD_ID, GOOD.replace("'killmail_id':7", "'killmail_id':'7'")),
                rejected(RejectionCode.BAD_ID, GOOD.replace("'killmail_id':7", "'killmail_id':0")),
                rejected(RejectionCode.BAD_ID, GOOD.replace("'killmail_id':7", "'killmail_id':-7")),
                rejected(RejectionCode.BAD_ID, GOOD.replace("'killmail_id':7", "'killmail_id':7.0")),
                rejected(RejectionCode.BAD_ID, GOOD.replace("'killmail_id':7", "'killmail_id':{}")),
                rejected(RejectionCode.BAD_ID, GOOD.replace("'killmail_id':7", "'killmail_id':99999999999999999999")),
                rejected(RejectionCode.BAD_ID, "{'killmail_id':8,'esi':" + GOOD + "}"),
                rejected(RejectionCode.NO_TIME, GOOD.replace("killmail_time", "time")),
                rejected(RejectionCode.BAD_TIME, GOOD.replace("2026-03-22T06:03:13Z", "yesterday")),
                rejected(RejectionCode.BAD_TIME, GOOD.replace("'2026-03-22T06:03:13Z'", "1774159393")),
                rejected(RejectionCode.BAD_TIME, GOOD.replace("2026-03-22T06:03:13Z", "2026-02-30T06:03:13Z")),
                rejected(RejectionCode.FUTURE_TIME, GOOD.replace("2026-03-22T06:03:13Z", "2026-11-23T13:00:01Z")),
                rejected(RejectionCode.BEFORE_EVE, GOOD.replace("2026-03-22T06:03:13Z", "2003-05-05T23:59:59Z")),
                rejected(RejectionCode.NO_SYSTEM, GOOD.replace("solar_system_id", "system")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("30000142", "'30000142'")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("30000142", "3000014200000")),
                rejected(RejectionCode.NO_VICTIM, GOOD.replace("'victim'", "'loser'")),
                rejected(RejectionCode.NO_VICTIM, GOOD.replace(VICTIM, "null")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace(VICTIM, "[]")),
                rejected(RejectionCode.NO_VICTIM_HULL, GOOD.replace("'ship_type_id':587,", "")),
                rejected(RejectionCode.NO_VICTIM_HULL, GOOD.replace("'ship_type_id':587", "'ship_type_id':0")),
                rejected(RejectionCode.NO_ATTACKERS, GOOD.replace("'attackers'", "'killers'")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("[" + ATTACKER + "]", "{}")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace(ATTACKER, "5")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'character_id':96", "'character_id':'96'")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'character_id':96", "'character_id':-96")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'damage_done':10", "'damage_done':1e99")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'damage_done':10", "'damage_done':100000000001")),
                rejected(
                        RejectionCode.BAD_FIELD,
                        GOOD.replace("'items':[]", "'items':[{'item_type_id':1,'quantity_dropped':1000000000001}]")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("true", "'true'")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("-1.5", "'low'")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'items':[]", "'items':[{'item_type_id':'x'}]")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'items':[]", "'items':5")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'items':[]", "'items':[null]")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace(ATTACKER, "null")),
                rejected(
                        RejectionCode.BAD_FIELD,
                        GOOD.replace("'character_id':96", "'alliance_id':99999999999999999999")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'character_id':96", "'corporation_id':98.5")),
                rejected(RejectionCode.BAD_FIELD, GOOD.replace("'character_id':96", "'character_id':[96]")),
                rejected(RejectionCode.BAD_TIME, GOOD.replace("2026-03-22T06:03:13Z", "2026-03-22T06:03:13")),
                rejected(RejectionCode.BAD_TIME, GOOD.replace("2026-03-22T06:03:13Z", "2026-03-22 06:03:13")),
                rejected(RejectionCode.BAD_TIME, GOOD.replace("2026-03-22T06:03:13Z", "2026-13-22T06:03:13Z")),
                rejected(RejectionCode.FUTURE_TIME, GOOD.replace("2026-03-22T06:03:13Z", "+999999999-01-01T00:00:00Z")),
                rejected(RejectionCode.BEFORE_EVE, GOOD.replace("2026-03-22T06:03:13Z", "-999999999-01-01T00:00:00Z")),
                rejected(RejectionCode.TOO_COMPLEX, "{'killmail_id':7,'a':" + "[".repeat(100) + "]".repeat(100) + "}"),
                rejected(RejectionCode.TOO_COMPLEX, GOOD.replace("95", "9".repeat(5000))),
                rejected(
                        RejectionCode.TOO_MANY_ATTACKERS,
                        GOOD.replace(ATTACKER, ATTACKER + ("," + ATTACKER).repeat(10_000))));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenPayloadIsRejectedWithItsReason(RejectionCode code, String payload) {
        Validation validation = validate(payload);

        assertThat(validation).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).as(rejected.detail()).isEqualTo(code);
            assertThat(rejected.detail()).isNotBlank();
        });
    }

    static Stream<String> good() {
        return Stream.of(
                GOOD,
                "\uFEFF" + GOOD,
                "  " + GOOD + " \r",
                GOOD.replace("'killmail_id':7", "'killmail_id':6,'killmail_id':7"),
                GOOD.replace("'killmail_id':7", "'killmail_id':7,'new':[{'a':{'b':'c}]'}}],'né':'☠'"),
                GOOD.replace("13Z", "13.999Z"),
                GOOD.replace("[" + ATTACKER + "]", "[]"),
                GOOD.replace("'character_id':96", "'character_id':null,'corporation_id':0"),
                GOOD.replace(ATTACKER, ATTACKER + ("," + ATTACKER).repeat(9_999)),
                GOOD.replace(
                        "'items':[]", "'items':[{'item_type_id':1,'items':[{'item_type_id':2,'quantity_dropped':5}]}]"),
                GOOD.replace("'damage_done':10", "'damage_done':100000000000"),
                GOOD.replace("2026-03-22T06:03:13Z", "2026-11-23T13:00:00Z"),
                "{'killmail_id':7,'hash':'" + HASH + "','esi':" + GOOD + ",'zkb':{},'uploaded_at':1,'sequence_id':2}",
                "{'esi':" + GOOD + "}");
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodPayloadIsAccepted(String payload) {
        Accepted accepted = accepted(payload);

        assertThat(accepted.killmailId()).isEqualTo(7);
        assertThat(accepted.systemId()).isEqualTo(30000142);
        assertThat(accepted.occurredAt()).isEqualTo(accepted.occurredAt().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void theBodyIsPassedOnAsReceivedWithoutWhatIsNotEsis() throws IOException {
        String line = GOOD.replace(
                "'killmail_id':7",
                "'_source':'x','killmail_hash':'" + HASH + "','zkb':{'totalValue':12.50},'killmail_id':7");

        Accepted accepted = accepted(line);

        assertThat(accepted.killmail()).isEqualTo(GOOD.replace('\'', '"'));
        assertThat(accepted.zkb()).isEqualTo("{\"totalValue\":12.50}");
        assertThat(accepted.hash()).isEqualTo("0123456789abcdef0123456789abcdef01234567");
        assertThat(json(accepted.killmail())).isEqualTo(json(GOOD.replace('\'', '"')));
    }

    @Test
    void anEnvelopeGivesTheBodyInsideIt() {
        Accepted accepted =
                accepted("{'zkb':{'hash':'" + HASH + "','totalValue':null}, 'esi': " + GOOD + " ,'killmail_id':7}");

        assertThat(accepted.killmail()).isEqualTo(GOOD.replace('\'', '"'));
        assertThat(accepted.hash()).isEqualToIgnoringCase(HASH);
    }

    @Test
    void aTimeWithAnOffsetIsTheSameInstant() {
        assertThat(accepted(GOOD.replace("2026-03-22T06:03:13Z", "2026-03-22T08:03:13.5+02:00"))
                        .occurredAt())
                .isEqualTo(Instant.parse("2026-03-22T06:03:13Z"));
    }

    @Test
    void whatWasCompressedAndNotUnpackedIsNotJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(validator.validate(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(RejectionCode.NOT_JSON));
    }

    @Test
    void combatantsAreThoseOfTheLinesThatCount() {
        String first = "{'alliance_id':1,'alliance_id':99,'corporation_id':0,'character_id':null}";
        String second = "{'corporation_id':98,'character_id':97,'faction_id':500001}";
        String line = GOOD.replace(
                "'attackers':[" + ATTACKER + "]",
                "'attackers':[{'character_id':5}],'attackers':[" + first + "," + second + "]");

        Combatants combatants = accepted(line).combatants();

        assertThat(combatants.alliances()).containsExactly(99L);
        assertThat(combatants.corporations()).containsExactly(98L);
        assertThat(combatants.characters()).containsExactlyInAnyOrder(95L, 97L);
    }

    static Stream<String> unusableZkb() {
        return Stream.of(
                "5",
                "'x'",
                "[]",
                "null",
                "{'totalValue':'12'}",
                "{'totalValue':-1}",
                "{'totalValue':1e999999999}",
                "{'totalValue':1e-999999999}",
                "{'totalValue':[]}",
                "{'totalValue':1000000000000000.01}",
                "{'totalValue':1e18}");
    }

    @ParameterizedTest
    @MethodSource("unusableZkb")
    void anUnusableZkbBlockDoesNotLoseTheKill(String zkb) {
        Accepted accepted = accepted("{'zkb':" + zkb + "," + GOOD.substring(1));

        assertThat(accepted.zkb()).isNull();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("{'totalValue':12.5}", "12.50"),
                Arguments.of("{'totalValue':1.2345e3}", "1234.50"),
                Arguments.of("{'totalValue':12.345}", "12.35"),
                Arguments.of("{'totalValue':1,'totalValue':2}", "2.00"),
                Arguments.of("{'totalValue':1,'totalValue':null}", null),
                Arguments.of("{'totalValue':0}", null),
                Arguments.of("{'totalValue':0.0}", null),
                Arguments.of("{'totalValue':'12'}", null),
                Arguments.of("{'points':1}", null),
                Arguments.of("{}", null),
                Arguments.of("null", null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void theValueIsThatOfTheBlockWithTwoDecimalsAndZeroIsNone(String zkb, BigDecimal isk) {
        assertThat(accepted("{'zkb':" + zkb + "," + GOOD.substring(1)).isk()).isEqualTo(isk);
    }

    @Test
    void labelsAreThoseOfTheUsableBlock() {
        String more = "{'zkb':{'totalValue':1,'labels':['pvp',7,['x'],'ganked',null]}," + GOOD.substring(1);

        assertThat(accepted(more).labels()).containsExactly("ganked", "pvp");
        assertThat(accepted("{'zkb':{'labels':['pvp'],'totalValue':-1}," + GOOD.substring(1))
                        .labels())
                .isEmpty();
        assertThat(accepted(GOOD).labels()).isEmpty();
    }

    @Test
    void aMalformedHashDoesNotLoseTheKill() {
        assertThat(accepted("{'killmail_hash':'zz'," + GOOD.substring(1)).hash())
                .isNull();
        assertThat(accepted("{'killmail_hash':5," + GOOD.substring(1)).hash()).isNull();
    }

    @Test
    void aPayloadLargerThanAMessageIsTooLarge() {
        byte[] beginning = new byte[64 * 1024];

        assertThat(validator.validate(beginning, 100_000_000L))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(RejectionCode.TOO_LARGE));
        assertThat(validator.validate(new byte[KillmailValidator.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(RejectionCode.TOO_LARGE));
    }

    @Test
    void bytesThatAreNoUtf8AreRejected() {
        byte[] latin1 = GOOD.replace('\'', '"')
                .replace("\"items\"", "\"ü\":1,\"items\"")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(validator.validate(latin1)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(RejectionCode.NOT_JSON);
            assertThat(rejected.detail()).contains("UTF-8");
        });
    }

    @Test
    void aRejectionNamesTheKillmailWhereItCan() {
        assertThat(validate(GOOD.replace("'victim'", "'loser'")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.killmailId()).isEqualTo(7));
    }

    private static Arguments rejected(RejectionCode code, String payload) {
        return Arguments.of(code, payload);
    }

    private Validation validate(String payload) {
        return validator.validate(payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private Accepted accepted(String payload) {
        Validation validation = validate(payload);
        assertThat(validation).isInstanceOf(Accepted.class);
        return (Accepted) validation;
    }

    private static JsonNode json(String text) throws IOException {
        return MessageJson.mapper().readTree(text);
    }
}
