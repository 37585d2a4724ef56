package io.battlescope.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/home/somebody");

    @Test
    void upHasDefaults() {
        Arguments arguments = parse("up");

        assertThat(arguments.command()).isEqualTo(Arguments.Command.UP);
        assertThat(arguments.data()).isEqualTo(Path.of("/home/somebody/.battlescope"));
        assertThat(arguments.port()).isEqualTo(8080);
        assertThat(arguments.feed()).isEmpty();
        assertThat(arguments.rate()).isEmpty();
    }

    @Test
    void optionsMayBeJoinedWithTheirValues() {
        Arguments arguments =
                parse("up", "--feed=file:/tmp/a=b.jsonl", "--rate=12.5", "--port", "8081", "--data=/srv/x/../b");

        assertThat(arguments.feed()).contains(new Feed(Feed.Kind.FILE, Path.of("/tmp/a=b.jsonl")));
        assertThat(arguments.feed().orElseThrow().value()).isEqualTo("file:/tmp/a=b.jsonl");
        assertThat(arguments.rate()).contains("12.5");
        assertThat(arguments.port()).isEqualTo(8081);
        assertThat(arguments.data()).isEqualTo(Path.of("/srv/b"));
    }

    @Test
    void relativeFeedFileIsMadeAbsoluteBecauseServicesRunElsewhere() {
        assertThat(parse("up", "--feed", "file:a.jsonl").feed().orElseThrow().file())
                .isAbsolute();
    }

    @Test
    void environmentSpeaksWhereTheCommandLineIsSilent() {
        Map<String, String> environment = Map.of("BATTLESCOPE_DATA", "/srv/bs", "BATTLESCOPE_FEED", "demo");

        assertThat(Arguments.parse(new String[] {"up"}, environment).data()).isEqualTo(Path.of("/srv/bs"));
        assertThat(Arguments.parse(new String[] {"up"}, environment)
                        .feed()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Feed.Kind.DEMO);
        assertThat(Arguments.parse(new String[] {"up", "--data", "/srv/other", "--feed", "r2z2"}, environment)
                        .data())
                .isEqualTo(Path.of("/srv/other"));
    }

    @Test
    void logsTakesAService() {
        Arguments arguments = parse("logs", "-f", "ingestion");

        assertThat(arguments.service()).contains("ingestion");
        assertThat(arguments.follow()).isTrue();
    }

    @Test
    void nothingAsksForHelp() {
        assertThat(parse().command()).isEqualTo(Arguments.Command.HELP);
        assertThat(parse("up", "--help").command()).isEqualTo(Arguments.Command.HELP);
    }

    @ParameterizedTest
    @CsvSource({
        "frobnicate, There is no command frobnicate",
        "up --prot 8081, Unknown option --prot for up",
        "status --port 8081, Unknown option --port for status",
        "up --port, Option --port needs a value",
        "up --port 0, from 1 to 65535",
        "up --port 65536, from 1 to 65535",
        "up --port eighty, from 1 to 65535",
        "up --feed kafka, none of them",
        "up --feed file:, none of them",
        "up --feed demo --rate 0, killmails a second",
        "up --feed demo --rate fast, killmails a second",
        "up --feed demo --rate 5001, at most 5000",
        "up --rate 10, the live feed has its own pace",
        "up ingestion, not clear what ingestion means",
        "logs ingestion kafka, not clear what kafka means",
    })
    void misuseIsToldInASentence(String line, String sentence) {
        assertThatThrownBy(() -> parse(line.split(" ")))
                .isInstanceOf(Arguments.MisuseException.class)
                .hasMessageContaining(sentence);
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(words, ENVIRONMENT);
    }
}
