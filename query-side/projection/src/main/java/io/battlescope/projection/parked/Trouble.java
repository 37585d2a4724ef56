package io.battlescope.projection.parked;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Whose fault a failure is. */
final class Trouble {

    /** What PostgreSQL says of values: cardinality, data, constraints. Everything else it says is about itself, or about our statements. */
    private static final Set<String> ABOUT_VALUES = Set.of("21", "22", "23");

    private static final int MAX_CAUSE = 2000;

    private Trouble() {}

    /** Whether the same event will fail for ever; otherwise the batch is tried again until it passes. */
    static boolean isOfTheEvent(RuntimeException failure) {
        if (sql(failure) instanceof SQLException sql) {
            String state = sql.getSQLState();
            return state != null && state.length() == 5 && ABOUT_VALUES.contains(state.substring(0, 2));
        }
        return !(failure instanceof DataAccessException || failure instanceof TransactionException);
    }

    private static Throwable sql(Throwable failure) {
        Throwable each = failure;
        while (each != null && !(each instanceof SQLException)) {
            each = each.getCause();
        }
        return each;
    }

    /** A failure in words an operator understands. */
    static String words(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null && !root.getClass().getName().startsWith("io.battlescope.")) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage().replace("\0", "");
        return message.length() <= MAX_CAUSE ? message : message.substring(0, MAX_CAUSE);
    }
}
