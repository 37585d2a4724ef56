package io.battlescope.projection;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the Query DB cannot be used, instead of a page of stack traces. */
class DatabaseUnreachable extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return isAboutConnecting(cause)
                ? new FailureAnalysis(
                        "The Query DB cannot be reached: " + firstLine(cause.getMessage()),
                        "Start PostgreSQL with a database for the read model, or set SPRING_DATASOURCE_URL,"
                                + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
                        rootFailure)
                : null;
    }

    /** Class 08: no connection; 28: not allowed in; 3D000: no such database; 57P03: still starting. */
    private static boolean isAboutConnecting(SQLException cause) {
        String state = cause.getSQLState();
        return state != null
                && (state.startsWith("08") || state.startsWith("28") || state.equals("3D000") || state.equals("57P03"));
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse(message);
    }
}
