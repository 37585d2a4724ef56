package io.battlescope.projection.token;

import io.battlescope.projection.ProjectionProperties;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Token stores, each with a name of its own to claim under. Every run of a processor gets one, so that what is left of an earlier run
 * in the same process cannot write either.
 */
@Component
public class TokenStores {

    private static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    private final String instance = ManagementFactory.getRuntimeMXBean().getName() + "/"
            + UUID.randomUUID().toString().substring(0, 4);
    private final AtomicLong runs = new AtomicLong();
    private final DataSource queryDb;
    private final Serializer serializer;
    private final ProjectionProperties properties;

    TokenStores(DataSource queryDb, Serializer messageSerializer, ProjectionProperties properties) {
        this.queryDb = queryDb;
        this.serializer = messageSerializer;
        this.properties = properties;
    }

    public TokenStore forNextRun() {
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                // joins the transaction of the rows
                .connectionProvider(new TransactionAwareDataSourceProxy(queryDb)::getConnection)
                .schema(SCHEMA)
                .serializer(serializer)
                .claimTimeout(properties.claimTimeout());
        return new FencedTokenStore(builder, instance + "." + runs.incrementAndGet());
    }

    /** Whether a claim is one of this instance. */
    public boolean isMine(String owner) {
        return owner != null && owner.startsWith(instance + ".");
    }
}
