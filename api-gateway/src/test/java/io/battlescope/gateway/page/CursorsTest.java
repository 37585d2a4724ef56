package io.battlescope.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.page.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private final Cursors cursors = new Cursors();

    @Test
    void aCursorLeadsBehindThePageThatGaveIt() {
        Position end = Position.of("2026-11-01T12:00:00Z", "b1");

        String cursor = cursors.answer(new Page<>(List.of(1), Optional.of(end)), "battles")
                .nextCursor();

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(cursors.page(new PageParameters(7, cursor), "battles"))
                .isEqualTo(new PageRequest(Optional.of(end), 7));
    }

    @Test
    void theLastPageHasNone() {
        assertThat(cursors.answer(new Page<>(List.of(1), Optional.empty()), "battles")
                        .nextCursor())
                .isNull();
        assertThat(cursors.page(new PageParameters(null, null), "battles")).isEqualTo(PageRequest.first(20));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = cursors.answer(new Page<>(List.of(1), Optional.of(Position.of(1))), "battles in Jita")
                .nextCursor();

        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> cursors.page(new PageParameters(20, cursor), "battles in Amarr"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "1",
                "{",
                "{\"v\":1}",
                "{\"v\":2,\"f\":\"x\",\"k\":[\"1\"]}",
                "{\"v\":1,\"f\":\"x\",\"k\":[null]}",
                "{\"v\":1,\"f\":null,\"k\":[]}",
                "{\"v\":\"x\"}"
            })
    void whatNoPageGaveIsRefused(String json) {
        String cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> cursors.page(new PageParameters(20, cursor), "battles"));
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> cursors.page(new PageParameters(20, "%" + json), "battles"));
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> cursors.page(new PageParameters(20, "A".repeat(5000)), "battles"));
    }
}
