package io.battlescope.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of each message is that of its golden file, {@code contracts/<message>/<revision>.json}. A changed shape is a new
 * revision with a file of its own ({@code -Dcontracts.write=true} writes missing ones) and an upcaster from the old.
 */
class MessageContractTest {

    private static final ObjectMapper JSON = MessageJson.mapper();
    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");

    static List<Object> messages() {
        return Samples.MESSAGES;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWrittenAsItsGoldenFileSays(Object message) throws IOException {
        assertThat(JSON.readTree(JSON.writeValueAsBytes(message))).isEqualTo(JSON.readTree(golden(message)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isReadFromItsGoldenFile(Object message) throws IOException {
        assertThat(JSON.readValue(golden(message), message.getClass())).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void toleratesFieldsOfANewerVersion(Object message) throws IOException {
        ObjectNode newer = (ObjectNode) JSON.readTree(golden(message));
        newer.put("addedLater", 42);
        for (JsonNode child : newer) {
            if (child instanceof ObjectNode object) {
                object.put("addedLater", "too");
            }
        }
        assertThat(JSON.treeToValue(newer, message.getClass())).isEqualTo(message);
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
            assertThat(Samples.MESSAGES).hasAtLeastOneElementOfType(type);
        });
    }

    @Test
    void noGoldenFileWasRemoved() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> CONTRACTS.relativize(file).toString()))
                    .contains(
                            "EnrichedKillmail/1.json",
                            "BattleOpened/1.json",
                            "KillmailsAttributed/1.json",
                            "BattleAbsorbed/1.json",
                            "BattleMerged/1.json");
        }
    }

    private static byte[] golden(Object message) throws IOException {
        String revision =
                message.getClass().getDeclaredAnnotation(Revision.class).value();
        Path file = CONTRACTS.resolve(message.getClass().getSimpleName()).resolve(revision + ".json");
        if (Boolean.getBoolean("contracts.write") && Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(message) + "\n");
        }
        return Files.readAllBytes(file);
    }
}
