package io.battlescope.ingestion.store;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a sentence that the Ingestion DB cannot be used at start-up, instead of a page of stack traces. */
class DatabaseUnusableFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseUnusableFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        boolean connecting = state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
        if (!connecting) {
            return null;
        }
        return new FailureAnalysis(
                "The Ingestion DB at " + environment.getProperty("spring.datasource.url") + " cannot be used: "
                        + cause.getMessage(),
                "Start PostgreSQL, or set SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD to a database that exists.",
                cause);
    }
}
