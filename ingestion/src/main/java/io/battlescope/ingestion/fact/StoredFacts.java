package io.battlescope.ingestion.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.json.MessageJson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Facts in the Ingestion DB, from where they are published. */
@Component
class StoredFacts implements Facts {

    /** Of the common type, so that the kind of fact is written. */
    private static final ObjectWriter WRITER = MessageJson.mapper().writerFor(FeedFact.class);

    private final FactTable table;
    private final FactPublisher publisher;

    StoredFacts(FactTable table, FactPublisher publisher) {
        this.table = table;
        this.publisher = publisher;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(FeedFact fact) {
        table.put(new FactTable.Row(fact.key(), fact.version(), json(fact)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                publisher.wake();
            }
        });
    }

    private static String json(FeedFact fact) {
        try {
            return WRITER.writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact holds plain values only", e);
        }
    }
}
