package io.battlescope.projection.processor;

import io.battlescope.projection.version.ProjectionVersion;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Axon's units of work in Spring's transactions, so that rows and token go the same way; each finds the tables of one version. */
final class SpringTransactions implements TransactionManager {

    private final PlatformTransactionManager spring;
    private final JdbcTemplate jdbc;
    private final String searchPath;

    SpringTransactions(PlatformTransactionManager spring, JdbcTemplate jdbc, ProjectionVersion version) {
        this.spring = spring;
        this.jdbc = jdbc;
        this.searchPath = version.searchPath();
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
        try {
            useTables();
        } catch (RuntimeException e) {
            spring.rollback(status);
            throw e;
        }
        return new Transaction() {
            @Override
            public void commit() {
                spring.commit(status);
            }

            @Override
            public void rollback() {
                // a commit that failed has completed the transaction already
                if (!status.isCompleted()) {
                    spring.rollback(status);
                }
            }
        };
    }

    /** Until the end of the transaction; unqualified names are then those of the version. */
    private void useTables() {
        if (!searchPath.equals(ProjectionVersion.PUBLIC)) {
            jdbc.queryForObject("select set_config('search_path', ?, true)", String.class, searchPath);
        }
    }
}
