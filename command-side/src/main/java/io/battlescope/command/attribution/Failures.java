package io.battlescope.command.attribution;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells trouble that passes (a database or broker that is away) from a message that will never work. */
public final class Failures {

    private Failures() {}

    /** Whether trying again can help without anything being changed. */
    public static boolean passes(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof TransientDataAccessException
                    || t instanceof DataAccessResourceFailureException
                    || t instanceof CannotCreateTransactionException
                    || t instanceof TransactionSystemException
                    || t instanceof PartitionLostException
                    || t instanceof InterruptedException
                    || t instanceof org.apache.kafka.common.KafkaException
                    || isConnectionTrouble(t)) {
                return true;
            }
        }
        return false;
    }

    /** SQLSTATE classes 08 (connection), 40 (rollback, deadlock), 53 (resources), 57 (operator intervention), 58 (system). */
    private static boolean isConnectionTrouble(Throwable t) {
        if (!(t instanceof SQLException sql) || sql.getSQLState() == null) {
            return false;
        }
        return switch (sql.getSQLState().substring(0, 2)) {
            case "08", "40", "53", "57", "58" -> true;
            default -> false;
        };
    }
}
