package io.battlescope.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    @TempDir
    private Path directory;

    private final Map<String, Bookmark> stored = new HashMap<>();
    private Path file;
    private FileSource source;

    @BeforeEach
    void plainFile() {
        file = directory.resolve("feed.jsonl");
    }

    @AfterEach
    void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }

    @Test
    void linesComeInOrderWithTheirNumbersAndBlankOnesAreSkipped() throws Exception {
        write("{\"n\":1}\n\n  \r\n{\"n\":4}\r\n");
        open();

        Batch batch = source.next(10);

        assertThat(batch.payloads()).extracting(RawKillmail::number).containsExactly(1L, 4L);
        assertThat(texts(batch)).containsExactly("{\"n\":1}", "{\"n\":4}\r");
        assertThat(batch.after().number()).isEqualTo(4);
    }

    @Test
    void whatWasNotBookedIsReadAgainAfterARestart() throws Exception {
        write("1\n2\n3\n4\n5\n");
        open();
        book(source.next(2));
        assertThat(texts(source.next(2))).containsExactly("3", "4");

        open();

        assertThat(texts(source.next(9))).containsExactly("3", "4", "5");
    }

    @Test
    void aGrownFileGoesOnEvenAfterARestart() throws Exception {
        write("1\n2\n");
        open();
        book(source.next(9));
        append("3\n");

        assertThat(texts(source.next(9))).containsExactly("3");
        open();
        assertThat(texts(source.next(9))).containsExactly("3");
    }

    @Test
    void itSaysThatItIsFinishedAndGoesOnWhenTheFileGrows() throws Exception {
        write("1\n");
        open();
        book(source.next(9));

        assertThat(source.next(9).isNothing()).isTrue();
        assertThat(source.state().name()).isEqualTo("finished");

        append("2\n");
        assertThat(texts(source.next(9))).containsExactly("2");
        assertThat(source.state().name()).isEqualTo("running");
    }

    @Test
    void anotherFileUnderTheSameNameStartsAtItsFirstLine() throws Exception {
        write("1\n2\n3\n");
        open();
        Batch first = source.next(9);
        book(first);

        Files.delete(file);
        write("a\nb\nc\nd\n");
        Batch second = nextLines();

        assertThat(texts(second)).containsExactly("a", "b", "c", "d");
        assertThat(second.feed()).isNotEqualTo(first.feed());
        append("e\n");
        open();
        assertThat(texts(source.next(2))).containsExactly("e");
    }

    @Test
    void aGzippedFileIsReadAndResumed() throws Exception {
        file = directory.resolve("feed.jsonl.gz");
        Files.write(file, gzip("1\n2\n3"));
        open();
        book(source.next(2));
        open();

        assertThat(texts(source.next(9))).containsExactly("3");
        assertThat(source.next(9).isNothing()).isTrue();
        assertThat(source.state().name()).isEqualTo("finished");
    }

    @Test
    void aGzippedFileThatGotAnotherMemberGoesOn() throws Exception {
        file = directory.resolve("feed.jsonl.gz");
        Files.write(file, gzip("1\n2\n"));
        open();
        book(source.next(9));

        Files.write(file, gzip("3\n"), StandardOpenOption.APPEND);

        assertThat(texts(nextLines())).containsExactly("3");
    }

    @Test
    void aTruncatedGzipGivesWhatIsGoodSaysWhatIsWrongAndGoesOnOnceItIsWhole() throws Exception {
        file = directory.resolve("feed.jsonl.gz");
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            lines.append("{\"n\":").append(i * 7919 % 65_537).append("}\n");
        }
        byte[] whole = gzip(lines.toString());
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        open();
        List<RawKillmail> read = new ArrayList<>();
        readUntilTrouble(read);

        assertThat(read).hasSizeBetween(1000, 19_999);
        assertThatThrownBy(() -> source.next(500))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("cut off");

        Files.write(file, whole);
        while (read.size() < 20_000) {
            read.addAll(bookedNext().payloads());
        }
        assertThat(read).extracting(RawKillmail::number).doesNotHaveDuplicates().hasSize(20_000);
    }

    @Test
    void whatIsNoGzipIsToldAndTriedAgain() throws Exception {
        file = directory.resolve("feed.jsonl.gz");
        write("1\n2\n");
        open();

        assertThatThrownBy(() -> source.next(9))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aVanishedFileIsToldAndReadOnWhenItIsBack() throws Exception {
        write("1\n2\n");
        open();
        book(source.next(9));
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(file, elsewhere);

        assertThatThrownBy(() -> source.next(9))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("is not there");

        Files.writeString(elsewhere, "3\n", StandardOpenOption.APPEND);
        Files.move(elsewhere, file);
        assertThat(texts(nextLines())).containsExactly("3");
    }

    @Test
    void aLineThatIsFarTooLongIsReadOver() throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("1\n".getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
            out.write("\n3\n".getBytes(StandardCharsets.UTF_8));
        }
        open();

        Batch batch = source.next(9);

        assertThat(batch.payloads()).extracting(RawKillmail::number).containsExactly(1L, 2L, 3L);
        assertThat(batch.payloads().get(1).payload()).hasSize(RawKillmail.KEPT);
        assertThat(batch.payloads().get(1).size()).isEqualTo(100L * 1024 * 1024);
        assertThat(texts(batch).getLast()).isEqualTo("3");
    }

    @Test
    void aLineOfTheLargestSizeIsKeptWhole() throws Exception {
        write("x".repeat(KillmailValidator.MAX_BYTES) + "\n" + "y".repeat(KillmailValidator.MAX_BYTES + 1) + "\n");
        open();

        assertThat(source.next(9).payloads().getFirst().payload()).hasSize(KillmailValidator.MAX_BYTES);
        assertThat(source.next(9).payloads().getFirst().payload()).hasSize(RawKillmail.KEPT);
    }

    @Test
    void aWholeLastLineWithoutNewlineIsGivenOnceAndItsNewlineIsNoLine() throws Exception {
        write("{\"n\":1}\n{\"n\":2}");
        open();
        book(source.next(9));

        assertThat(texts(nextLines())).containsExactly("{\"n\":2}");
        append("\n{\"n\":3}\n");
        Batch third = nextLines();

        assertThat(texts(third)).containsExactly("{\"n\":3}");
        assertThat(third.payloads().getFirst().number()).isEqualTo(3);
    }

    @Test
    void aHalfWrittenLastLineIsWaitedFor() throws Exception {
        write("{\"n\":1}\n{\"n\":");
        open();
        book(source.next(9));

        assertThat(source.next(9).isNothing()).isTrue();
        assertThat(source.state().detail()).contains("without its end");

        append("2}\n");
        assertThat(texts(nextLines())).containsExactly("{\"n\":2}");
    }

    @Test
    void aBrokenLastLineIsGivenUpAndGivenAgainWholeShouldItGrow() throws Exception {
        write("{\"n\":1}\n{\"n\":");
        source = new FileSource(file, this::beginningWith, Duration.ZERO);
        book(source.next(9));

        assertThat(texts(nextLines())).containsExactly("{\"n\":");
        append("2}\n{\"n\":3}\n");
        // as after a restart: the line has grown meanwhile
        source.rewind();

        Batch rest = nextLines();
        assertThat(texts(rest)).containsExactly("{\"n\":2}", "{\"n\":3}");
        assertThat(rest.payloads()).extracting(RawKillmail::number).containsExactly(2L, 3L);
    }

    @Test
    void anEmptyFileIsFinishedUntilItGrows() throws Exception {
        write("");
        open();
        assertThat(source.next(9).isNothing()).isTrue();
        append("1\n");
        assertThat(texts(nextLines())).containsExactly("1");
    }

    private void open() throws IOException {
        close();
        source = new FileSource(file, this::beginningWith);
    }

    private void readUntilTrouble(List<RawKillmail> read) throws InterruptedException {
        while (true) {
            try {
                read.addAll(bookedNext().payloads());
            } catch (FeedException e) {
                return;
            }
        }
    }

    /** The next batch with lines in it; the source itself waits a little between looks at the file. */
    private Batch nextLines() throws FeedException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            Batch batch = bookedNext();
            if (!batch.payloads().isEmpty()) {
                return batch;
            }
        }
        throw new AssertionError("no lines came");
    }

    private Batch bookedNext() throws FeedException, InterruptedException {
        Batch batch = source.next(500);
        book(batch);
        return batch;
    }

    private void book(Batch batch) {
        if (!batch.isNothing()) {
            Bookmark before = stored.get(batch.feed());
            if (before != null) {
                assertThat(batch.before()).isEqualTo(before.position());
            }
            stored.put(batch.feed(), new Bookmark(batch.feed(), batch.after(), batch.fingerprint()));
        }
    }

    private List<Bookmark> beginningWith(String prefix) {
        return stored.values().stream()
                .filter(bookmark -> bookmark.feed().startsWith(prefix))
                .toList();
    }

    private static List<String> texts(Batch batch) {
        return batch.payloads().stream()
                .map(raw -> new String(raw.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
