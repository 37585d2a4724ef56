package io.battlescope.projection.processor;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Axon's units of work in Spring's transactions, so that rows and token go the same way. */
record SpringTransactions(PlatformTransactionManager spring) implements TransactionManager {

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
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
}
