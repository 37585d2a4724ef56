package io.battlescope.gateway.problem;

import io.battlescope.gateway.query.NoAnswerException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells failures of the Query DB, which pass, from failures of ours, which do not. */
public final class QueryDbFailure {

    /** PostgreSQL's query_canceled: the statement timeout. */
    private static final String CANCELED = "57014";

    /** Connection, authorisation, database, resources, operator's intervention: classes of SQLSTATE that time heals. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "28", "3D", "53", "57", "58");

    /** No such schema, table or column, or no right to it: the projection has not made it yet. */
    private static final Set<String> NOT_YET_THERE = Set.of("3F000", "42P01", "42703", "42501");

    private QueryDbFailure() {}

    /** Empty when the failure is not the Query DB's. */
    public static Optional<ProblemCode> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .map(QueryDbFailure::one)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ProblemCode> one(Throwable failure) {
        return switch (failure) {
            case NoAnswerException _, QueryTimeoutException _ -> Optional.of(ProblemCode.QUERY_TIMEOUT);
            case CannotGetJdbcConnectionException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _ -> Optional.of(ProblemCode.QUERY_DB_UNAVAILABLE);
            case SQLException sql when sql.getSQLState() != null -> ofState(sql.getSQLState());
            default -> Optional.empty();
        };
    }

    private static Optional<ProblemCode> ofState(String state) {
        if (state.equals(CANCELED)) {
            return Optional.of(ProblemCode.QUERY_TIMEOUT);
        }
        boolean passing = NOT_YET_THERE.contains(state) || PASSING_CLASSES.contains(state.substring(0, 2));
        return passing ? Optional.of(ProblemCode.QUERY_DB_UNAVAILABLE) : Optional.empty();
    }
}
