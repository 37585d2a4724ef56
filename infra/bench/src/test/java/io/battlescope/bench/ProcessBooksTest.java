package io.battlescope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessBooksTest {

    @Test
    void nameWithBlanksAndBrackets_ticks_areFoundBehindIt() {
        String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 25 0 0 0 120 30 7 5 20 0 1 0 100 1000 200";

        assertThat(ProcFs.ticks(stat)).isEqualTo(new ProcFs.Ticks("a (strange) name", 150, 12));
    }

    @Test
    void titlesOfPostgres_label_tellsWhatTheProcessDoes() {
        assertThat(ProcessLog.label("postgres: postgres events 127.0.0.1(46846) idle in transaction"))
                .isEqualTo("connections to events");
        assertThat(ProcessLog.label("postgres: battlescope_reader query 127.0.0.1(1) SELECT"))
                .isEqualTo("connections to query as battlescope_reader");
        assertThat(ProcessLog.label("postgres: walwriter")).isEqualTo("walwriter");
        assertThat(ProcessLog.label("postgres: io worker 2")).isEqualTo("io worker");
        assertThat(ProcessLog.label("/opt/bin/postgres -D /data")).isEqualTo("other");
    }
}
