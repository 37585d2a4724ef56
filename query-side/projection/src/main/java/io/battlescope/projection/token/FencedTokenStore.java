package io.battlescope.projection.token;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * A claim that was lost stays lost. The framework's store takes a claim back that nobody else has taken meanwhile, when the token is
 * written or the claim extended: a process that slept through a reset would then put its old token over the new one.
 */
final class FencedTokenStore extends JdbcTokenStore {

    private static final String EXTEND =
            "update token_entry set \"timestamp\" = ? where processor_name = ? and segment = ? and owner = ?";

    private final String owner;

    FencedTokenStore(Builder builder, String owner) {
        super(builder.nodeId(owner));
        this.owner = owner;
    }

    /** Called when the owner's own row was not found: it is not the owner any more. */
    @Override
    protected void updateToken(
            Connection connection, ResultSet row, TrackingToken token, String processorName, int segment) {
        throw lost(processorName, segment);
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        try (Connection connection = getConnection();
                PreparedStatement update = connection.prepareStatement(EXTEND)) {
            update.setString(1, DateTimeUtils.formatInstant(Instant.now()));
            update.setString(2, processorName);
            update.setInt(3, segment);
            update.setString(4, owner);
            if (update.executeUpdate() == 0) {
                throw lost(processorName, segment);
            }
        } catch (SQLException e) {
            throw new JdbcException("The claim of " + processorName + "[" + segment + "] cannot be extended", e);
        }
    }

    private static UnableToClaimTokenException lost(String processorName, int segment) {
        return new UnableToClaimTokenException("The claim of " + processorName + "[" + segment + "] was lost");
    }
}
