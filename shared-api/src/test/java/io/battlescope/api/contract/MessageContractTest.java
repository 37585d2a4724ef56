package io.battlescope.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.processor.ProcessorAct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of each message is that of its golden file, {@code contracts/<message>/<revision>[.<name>].json}. A changed shape is a new
 * revision with a file of its own ({@code -Dcontracts.write=true} writes missing ones) and an upcaster from the old.
 */
class MessageContractTest {

    private static final ObjectMapper JSON = MessageJson.mapper();
    /** Names in these are data, not fields. */
    private static final Set<String> DATA = Set.of("figures", "before", "after");

    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");
    private static final String[] GOLDEN_FILES = {
        "EnrichedKillmail/1.json",
        "EnrichedKillmail/1.dated.json",
        "BattleOpened/1.json",
        "KillmailsAttributed/1.json",
        "KillmailsRemoved/1.json",
        "KillmailsRevalued/1.json",
        "SidesDrawn/1.json",
        "OverlayChanged/1.json",
        "OverlayUndone/1.json",
        "RuleAdopted/1.json",
        "BattleAbsorbed/1.json",
        "BattleMerged/1.json",
        "BattleReopened/1.json",
        "BattleEnded/1.json",
        "BattleResumed/1.json",
        "BattleOrder/1.overlay.pinParty.json",
        "BattleOrder/1.overlay.excludeKillmail.json",
        "BattleOrder/1.overlay.reinstateKillmail.json",
        "BattleOrder/1.overlay.moveKillmail.json",
        "BattleOrder/1.overlay.splitAt.json",
        "BattleOrder/1.overlay.splitByParties.json",
        "BattleOrder/1.overlay.mergeWith.json",
        "BattleOrder/1.overlay.setTitle.json",
        "BattleOrder/1.overlay.annotate.json",
        "BattleOrder/1.overlay.undo.json",
        "BattleOrder/1.recluster.system.json",
        "BattleOrder/1.recluster.everything.json",
        "ActOutcome/1.done.json",
        "ActOutcome/1.refused.json",
        "ActOutcome/1.role.json",
        "ProcessorOrder/1.pause.json",
        "ProcessorOrder/1.resume.json",
        "ProcessorOrder/1.reset.json",
        "ProcessorOrder/1.splitSegment.json",
        "ProcessorOrder/1.mergeSegment.json",
        "ProcessorOrder/1.releaseSegment.json",
        "ProcessorOrder/1.rebuild.json",
        "ProcessorOrder/1.changeRebuild.json",
        "ProcessorOrder/1.republish.json",
        "ProcessorOrder/1.retryDeadLetters.json",
        "ProcessorOrder/1.evictDeadLetters.json",
        "ApiKeyChanged/1.good.json",
        "ApiKeyChanged/1.revoked.json",
        "EntityUpdated/1.named.json",
        "EntityUpdated/1.ticker.json",
        "FeedOrder/1.startBackfill.json",
        "FeedOrder/1.changeBackfill.pause.json",
        "FeedOrder/1.changeBackfill.resume.json",
        "FeedOrder/1.changeBackfill.cancel.json",
        "FeedOrder/1.compareDays.json",
        "FeedOrder/1.adoptRuleset.json",
        "FeedOrder/1.previewRuleset.json",
        "FeedOrder/1.releaseQuarantine.one.json",
        "FeedOrder/1.releaseQuarantine.everything.json",
        "FeedFact/1.backfill.running.json",
        "FeedFact/1.backfill.waiting.json",
        "FeedFact/1.day.json",
        "FeedFact/1.gap.open.json",
        "FeedFact/1.gap.filled.json",
        "FeedFact/1.ruleset.default.json",
        "FeedFact/1.ruleset.adopted.json",
        "lifecycle/1.BattleAbsorbed.json",
        "lifecycle/1.BattleEnded.json",
        "lifecycle/1.BattleMerged.json",
        "lifecycle/1.BattleOpened.json",
        "lifecycle/1.BattleReopened.json",
        "lifecycle/1.BattleResumed.json",
        "lifecycle/1.KillmailsAttributed.json",
        "lifecycle/1.KillmailsAttributed.late.json",
        "lifecycle/1.KillmailsRemoved.json",
        "lifecycle/1.KillmailsRevalued.json",
        "lifecycle/1.OverlayChanged.json",
        "lifecycle/1.OverlayUndone.json",
        "lifecycle/1.RuleAdopted.json",
        "lifecycle/1.SidesDrawn.json"
    };

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsItsGoldenFileSays(Sample sample) throws IOException {
        assertThat(JSON.readTree(JSON.writeValueAsBytes(sample.message()))).isEqualTo(JSON.readTree(golden(sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadFromItsGoldenFile(Sample sample) throws IOException {
        Object read = JSON.readValue(golden(sample), sample.readAs());

        assertThat(read).isEqualTo(sample.message());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void toleratesFieldsOfANewerVersion(Sample sample) throws IOException {
        ObjectNode newer = (ObjectNode) JSON.readTree(golden(sample));
        newer.put("addedLater", 42);
        for (Map.Entry<String, JsonNode> child : newer.properties()) {
            if (child.getValue() instanceof ObjectNode object && !DATA.contains(child.getKey())) {
                object.put("addedLater", "too");
            }
        }
        Object read = JSON.treeToValue(newer, sample.readAs());

        assertThat(read).isEqualTo(sample.message());
    }

    @Test
    void everyMessageThatIsKeptHasARevisionAndASample() {
        Stream<Class<?>> kept = Stream.concat(
                Stream.of(EnrichedKillmail.class), Arrays.stream(BattleEvent.class.getPermittedSubclasses()));
        assertThat(kept).allSatisfy(type -> {
            assertThat(type.isRecord()).as("%s is a record", type).isTrue();
            // on the class: the framework does not look at interfaces
            assertThat(type.getDeclaredAnnotation(Revision.class))
                    .as("revision of %s", type)
                    .isNotNull();
            assertThat(Sample.all()).extracting(Sample::message).hasAtLeastOneElementOfType(type);
        });
    }

    @Test
    void everyActThatAnAdminCanAskForHasASample() {
        JsonSubTypes acts = OverlayAct.class.getDeclaredAnnotation(JsonSubTypes.class);

        assertThat(Arrays.stream(acts.value()).map(JsonSubTypes.Type::name))
                .containsExactlyInAnyOrderElementsOf(OrderSamples.ACTS.keySet());
    }

    @Test
    void everyActOnAProcessorHasASample() {
        JsonSubTypes acts = ProcessorAct.class.getDeclaredAnnotation(JsonSubTypes.class);

        assertThat(Arrays.stream(acts.value()).map(JsonSubTypes.Type::name))
                .containsExactlyInAnyOrderElementsOf(ProcessorSamples.ACTS.keySet());
    }

    @Test
    void everythingAskedOfIngestionAndToldByItHasASample() {
        assertThat(Stream.of(FeedOrder.class, FeedFact.class)
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses())))
                .allSatisfy(type ->
                        assertThat(Sample.all()).extracting(Sample::message).hasAtLeastOneElementOfType(type));
    }

    @Test
    void noGoldenFileWasRemoved() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> CONTRACTS.relativize(file).toString()))
                    .contains(GOLDEN_FILES);
        }
    }

    private static byte[] golden(Sample sample) throws IOException {
        Path file = CONTRACTS.resolve(sample.file());
        if (Boolean.getBoolean("contracts.write") && Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(sample.message()) + "\n");
        }
        return Files.readAllBytes(file);
    }
}
