package io.battlescope.command.attribution;

import io.battlescope.api.battle.ActOutcome;

/** Tells the world what came of an act. Returns once that is safe. */
public interface ActPublisher {

    void publish(ActOutcome outcome);
}
