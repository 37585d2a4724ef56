package io.battlescope.e2e.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A yardstick has to be right before anything is measured with it. */
class PaperBattlesTest {

    private static final String MAIL = """
            {"killmail_id": %d, "killmail_time": "2024-05-01T12:%02d:%02dZ", "solar_system_id": %d,
             "victim": {"character_id": %d, "alliance_id": 99000001, "ship_type_id": %d}, "attackers": [%s]}""";

    private static final String PLAYER = "{\"character_id\": 2112000099, \"corporation_id\": 98000002}";
    private static final String NPC =
            "{\"faction_id\": 500010, \"corporation_id\": 1000125, \"character_id\": 3000001}";
    private static final int JORUND = 30001046;
    private static final int ABYSS = 32000001;
    private static final int RIFTER = 587;
    private static final int CAPSULE = 670;

    @TempDir
    private Path directory;

    @Test
    @DisplayName("Fifteen minutes link, a second more does not")
    void gapIsInclusive() throws IOException {
        assertThat(battles(mail(1, 0, 0), mail(2, 15, 0), mail(3, 30, 1))).containsExactly(Set.of(1L, 2L));
    }

    @Test
    @DisplayName("A pilot's ship and capsule are one loss, two capsules of two pilots are two")
    void capsulesCountOnlyAlone() throws IOException {
        assertThat(battles(mail(1, 0, 0, JORUND, 7, RIFTER, PLAYER), mail(2, 0, 9, JORUND, 7, CAPSULE, PLAYER)))
                .isEmpty();
        assertThat(battles(mail(1, 0, 0, JORUND, 7, CAPSULE, PLAYER), mail(2, 0, 9, JORUND, 8, CAPSULE, PLAYER)))
                .containsExactly(Set.of(1L, 2L));
    }

    @Test
    @DisplayName("Abyssal space, other systems and kills by NPCs alone take no part")
    void leavesOutWhatIsNoBattle() throws IOException {
        assertThat(battles(
                        mail(1, 0, 0),
                        mail(2, 0, 1, JORUND + 1, 8, RIFTER, PLAYER),
                        mail(3, 0, 2, JORUND, 9, RIFTER, NPC),
                        mail(4, 0, 3, ABYSS, 10, RIFTER, PLAYER),
                        mail(5, 0, 4, ABYSS, 11, RIFTER, PLAYER)))
                .isEmpty();
    }

    @Test
    @DisplayName("Repeated and unreadable lines are lines, but no killmails")
    void countsLines() throws IOException {
        Path file = Files.write(directory.resolve("feed.jsonl"), List.of(mail(1, 0, 0), mail(1, 0, 0), "{", "", "[]"));
        MailFile read = MailFile.read(file);
        assertThat(read.lines()).isEqualTo(4);
        assertThat(read.mails()).containsOnlyKeys(1L);
    }

    private List<Set<Long>> battles(String... lines) throws IOException {
        Path file = Files.write(directory.resolve("feed.jsonl"), Arrays.asList(lines));
        Hulls hulls = Hulls.load(Path.of("../.."));
        return PaperBattles.among(MailFile.read(file).mails().values(), hulls).stream()
                .map(PaperBattle::ids)
                .collect(Collectors.toList());
    }

    private static String mail(int id, int minute, int second) {
        return mail(id, minute, second, JORUND, 100 + id, RIFTER, PLAYER);
    }

    private static String mail(int id, int minute, int second, int system, int victim, int hull, String attacker) {
        return MAIL.formatted(id, minute, second, system, 2_112_000_000 + victim, hull, attacker)
                .replace("\n", " ");
    }
}
