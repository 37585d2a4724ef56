package io.battlescope.projection.parked;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be parked. A processor that would park more stands still with an error instead: then it is not some events that are wrong.
 *
 * @param maxSequences sequences of one processor
 * @param maxLetters events of one sequence
 */
@ConfigurationProperties("battlescope.parking")
public record ParkingProperties(
        @DefaultValue("1024") int maxSequences,
        @DefaultValue("1024") int maxLetters) {

    public ParkingProperties {
        if (maxSequences < 1 || maxLetters < 1) {
            throw new IllegalArgumentException(
                    "battlescope.parking needs max-sequences and max-letters of at least 1, not " + maxSequences
                            + " and " + maxLetters);
        }
    }
}
