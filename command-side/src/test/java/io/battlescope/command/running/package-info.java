/** The command side as a whole, on real PostgreSQL and Kafka: what goes in as killmails has to come out as battles. */
package io.battlescope.command.running;
