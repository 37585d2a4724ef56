package io.battlescope.projection.token;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.SerializedObject;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A claim that was lost stays lost, and so does one whose token is another than this process left there. The framework's store takes a
 * claim back that nobody else has taken meanwhile, when the token is written or the claim extended: a process that slept through a reset
 * would then put its old token over the new one. And where the database was restored from a backup under a running process, it would
 * put its token over the restored one, though the rows of the events between the two are gone.
 */
final class FencedTokenStore extends JdbcTokenStore {

    private static final String STORE = """
            update token_entry set token = ?, token_type = ?, "timestamp" = ?
            where processor_name = ? and segment = ? and owner = ? and token is not distinct from ?
            """;
    private static final String EXTEND = """
            update token_entry set "timestamp" = ?
            where processor_name = ? and segment = ? and owner = ?
                and (token is not distinct from ? or token is not distinct from ?)
            """;

    private static final Left NOTHING = Left.settled(null);

    private final Map<ProcessorSegment, Left> all = new ConcurrentHashMap<>();

    private final String owner;

    private record ProcessorSegment(String processor, int segment) {}

    /** What was left in the database last, and what is still there while that is being committed; otherwise the same. */
    private record Left(SerializedObject<?> before, SerializedObject<?> now) {

        static Left settled(SerializedObject<?> token) {
            return new Left(token, token);
        }
    }

    FencedTokenStore(Builder builder, String owner) {
        super(builder.nodeId(owner));
        this.owner = owner;
    }

    @Override
    protected TrackingToken claimToken(Connection connection, AbstractTokenEntry<?> entry) throws SQLException {
        TrackingToken token = super.claimToken(connection, entry);
        ProcessorSegment key = new ProcessorSegment(entry.getProcessorName(), entry.getSegment());
        all.put(key, Left.settled(entry.getSerializedToken()));
        return token;
    }

    @Override
    protected PreparedStatement storeUpdate(Connection connection, TrackingToken token, String processor, int segment)
            throws SQLException {
        AbstractTokenEntry<byte[]> entry =
                new GenericTokenEntry<>(token, serializer(), byte[].class, processor, segment);
        SerializedObject<?> before = left(processor, segment).now();
        SerializedObject<?> now = entry.getSerializedToken();
        PreparedStatement update = connection.prepareStatement(STORE);
        update.setBytes(1, bytes(now));
        update.setString(2, now == null ? null : now.getType().getName());
        update.setString(3, entry.timestampAsString());
        update.setString(4, processor);
        update.setInt(5, segment);
        update.setString(6, owner);
        update.setBytes(7, bytes(before));
        remember(new ProcessorSegment(processor, segment), new Left(before, now));
        return update;
    }

    /** Both may be found until the transaction of the rows has ended. Where nobody can say how it did, they stay so. */
    private void remember(ProcessorSegment key, Left left) {
        all.put(key, left);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_UNKNOWN) {
                    all.put(key, Left.settled(status == STATUS_COMMITTED ? left.now() : left.before()));
                }
            }
        });
    }

    /** Called when the owner's own row was not found: it is not the owner any more. */
    @Override
    protected void updateToken(
            Connection connection, ResultSet row, TrackingToken token, String processorName, int segment) {
        throw lost(processorName, segment);
    }

    /** Called by another thread than the one that stores, which may do so meanwhile. */
    @Override
    public void extendClaim(String processorName, int segment) {
        Left last;
        do {
            last = left(processorName, segment);
            if (isExtended(last, processorName, segment)) {
                return;
            }
        } while (!last.equals(left(processorName, segment)));
        throw lost(processorName, segment);
    }

    private boolean isExtended(Left left, String processorName, int segment) {
        try (Connection connection = getConnection();
                PreparedStatement update = connection.prepareStatement(EXTEND)) {
            update.setString(1, DateTimeUtils.formatInstant(Instant.now()));
            update.setString(2, processorName);
            update.setInt(3, segment);
            update.setString(4, owner);
            update.setBytes(5, bytes(left.now()));
            update.setBytes(6, bytes(left.before()));
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new JdbcException("The claim of " + processorName + "[" + segment + "] cannot be extended", e);
        }
    }

    private Left left(String processor, int segment) {
        return all.getOrDefault(new ProcessorSegment(processor, segment), NOTHING);
    }

    private static byte[] bytes(SerializedObject<?> token) {
        return token == null ? null : (byte[]) token.getData();
    }

    private static UnableToClaimTokenException lost(String processorName, int segment) {
        return new UnableToClaimTokenException("The claim of " + processorName + "[" + segment + "] was lost");
    }
}
