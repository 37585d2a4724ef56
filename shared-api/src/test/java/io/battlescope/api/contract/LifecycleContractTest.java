package io.battlescope.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.lifecycle.LifecycleMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public messages are those of their golden files, {@code contracts/lifecycle/1.<event>.json}, and the published schema
 * describes them: it takes each one, and refuses it as soon as something in it is missing or strange.
 */
class LifecycleContractTest {

    private static final ObjectMapper JSON = MessageJson.mapper();
    private static final Path GOLDEN = Path.of("src/test/resources/contracts/lifecycle");
    private static final long SEQUENCE = 7;
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Schema SCHEMA = schema();
    private static final List<String> MAY_BE_ABSENT = List.of(
            "BattleAbsorbed.absorbedBattleId",
            "BattleReopened.actId",
            "KillmailsRemoved.actId",
            "RuleAdopted.actId",
            "OverlayChanged.adoptedFromBattleId");

    static List<String> names() {
        return List.copyOf(messages().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsItsGoldenFileSays(String name) throws IOException {
        assertThat(json(name)).isEqualTo(JSON.readTree(golden(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadFromItsGoldenFile(String name) throws IOException {
        assertThat(JSON.readValue(golden(name), LifecycleMessage.class))
                .isEqualTo(messages().get(name));
    }

    @Test
    void everyGoldenFileFitsTheSchema() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(messages().size())
                    .allSatisfy(file -> assertThat(errors(JSON.readTree(Files.readAllBytes(file))))
                            .as(file.toString())
                            .isEmpty());
        }
    }

    @Test
    void theExamplesOfTheDocumentationFitTheSchema() throws IOException {
        String topics = Files.readString(Path.of("../docs/topics.md"));
        List<JsonNode> examples = new ArrayList<>();
        for (MatchResult block : JSON_BLOCK.matcher(topics).results().toList()) {
            examples.add(JSON.readTree(block.group(1)));
        }

        assertThat(examples.stream().filter(example -> example.has("schemaVersion")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(example -> assertThat(errors(example)).isEmpty());
        assertThat(examples.stream().filter(LifecycleContractTest::isOfBattles))
                .hasSize(2)
                .allSatisfy(example -> assertThat(JSON.valueToTree(JSON.treeToValue(example, BattleOrder.class))
                                .toString())
                        .isEqualTo(example.toString()));
        assertThat(examples.stream().filter(example -> example.has("order") && !isOfBattles(example)))
                .isNotEmpty()
                .allSatisfy(example -> assertThat((AdminOrder) JSON.readerFor(AdminOrder.class)
                                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                .readValue(example))
                        .isNotNull());
    }

    private static boolean isOfBattles(JsonNode example) {
        return List.of("overlay", "recluster").contains(example.path("order").asText());
    }

    @Test
    void everyCorrectionFitsTheSchema() {
        assertThat(OrderSamples.ACTS.values())
                .allSatisfy(act -> assertThat(errors(tree(correction(act))))
                        .as(act.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSchemaRefusesAMessageThatLacksAField(String name) throws IOException {
        for (String field :
                List.of("schemaVersion", "type", "battleId", "systemId", "sequence", "at", "changes", "intoBattleId")) {
            ObjectNode cut = json(name);
            if (cut.remove(field) != null) {
                assertThat(errors(cut)).as("without " + field).isNotEmpty();
            }
        }
        ObjectNode change = (ObjectNode) json(name).get("changes").get(0);
        for (String field : fields(change)) {
            ObjectNode cut = json(name);
            ((ObjectNode) cut.get("changes").get(0)).remove(field);
            assertThat(errors(cut).isEmpty())
                    .as("without %s of the change", field)
                    .isEqualTo(MAY_BE_ABSENT.contains(name + "." + field));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSchemaRefusesWhatItDoesNotKnow(String name) throws IOException {
        List<Consumer<ObjectNode>> strange = List.of(
                message -> message.put("strange", 1),
                message -> ((ObjectNode) message.get("changes").get(0)).put("strange", 1),
                message -> ((ObjectNode) message.get("changes").get(0)).put("what", "strange"),
                message -> message.put("type", "battle.strange"),
                message -> message.put("schemaVersion", 2),
                message -> message.put("at", "yesterday"),
                message -> message.put("at", "2021-11-28T18:00:00+01:00"),
                message -> message.putArray("changes"));
        for (Consumer<ObjectNode> change : strange) {
            ObjectNode changed = json(name);
            change.accept(changed);
            assertThat(errors(changed)).as(changed.toString()).isNotEmpty();
        }
    }

    /** One message of each event, and one more of killmails that come late. */
    private static Map<String, LifecycleMessage> messages() {
        Map<String, LifecycleMessage> messages = new TreeMap<>();
        for (BattleEvent event : Samples.EVENTS) {
            messages.put(event.getClass().getSimpleName(), message(event));
        }
        messages.put(
                "KillmailsAttributed.late",
                message(new KillmailsAttributed(
                        Samples.BATTLE, Samples.JORUND, List.of(Samples.KILLMAIL), Samples.LATER_TOTALS)));
        return messages;
    }

    private static LifecycleMessage correction(OverlayAct act) {
        OverlayEntry entry = new OverlayEntry(Samples.ACT, "alice", "Because", Samples.ASKED, act);
        return message(new OverlayChanged(Samples.BATTLE, Samples.JORUND, entry, null));
    }

    private static LifecycleMessage message(BattleEvent event) {
        return LifecycleMessage.of(event, SEQUENCE, Samples.ASKED.plusMillis(20));
    }

    private static ObjectNode json(String name) {
        return tree(messages().get(name));
    }

    private static ObjectNode tree(LifecycleMessage message) {
        try {
            return (ObjectNode) JSON.readTree(JSON.writeValueAsBytes(message));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fields(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<Error> errors(JsonNode message) {
        return SCHEMA.validate(
                message, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema schema() {
        try (InputStream file = LifecycleMessage.class.getResourceAsStream("/schemas/battle.lifecycle.v1.json")) {
            return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(JSON.readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] golden(String name) throws IOException {
        Path file = GOLDEN.resolve("1." + name + ".json");
        if (Boolean.getBoolean("contracts.write") && Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    JSON.writer()
                                    .with(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(messages().get(name)) + "\n");
        }
        return Files.readAllBytes(file);
    }
}
