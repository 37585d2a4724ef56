package io.battlescope.projection.parked;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Where every processor parks, each for itself. */
@Component
@EnableConfigurationProperties(ParkingProperties.class)
public class ParkingLot {

    private final ParkedLetters letters;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate savepoints;

    ParkingLot(ParkedLetters letters, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.letters = letters;
        this.jdbc = jdbc;
        this.savepoints = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    /** @param tokenName the processor's name in the token store, so that each version parks for itself */
    public Parking of(String tokenName, Parkable parkable) {
        return new Parking(tokenName, parkable, letters, savepoints);
    }

    /** For acts of admins on what is parked. */
    public ParkedSequences parkedBy(String tokenName) {
        return new ParkedSequences(tokenName, letters, jdbc, savepoints);
    }
}
