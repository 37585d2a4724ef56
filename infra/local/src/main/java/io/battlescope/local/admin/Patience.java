package io.battlescope.local.admin;

import java.time.Duration;

/**
 * How long something is followed of which nothing is heard.
 *
 * @param look from one look to the next, and between attempts to be heard
 * @param answer for an act to be taken up, on top of its time limit, and for a processor that nobody runs to be run again
 * @param restart for a gateway that has answered before to do so again
 * @param progress for an act or a processor that is at work to get any further
 */
record Patience(Duration look, Duration answer, Duration restart, Duration progress) {

    /** A comparison of large tables tells nothing for minutes. */
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(3), Duration.ofMinutes(5));
}
