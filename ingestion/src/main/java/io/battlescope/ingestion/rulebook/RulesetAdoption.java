package io.battlescope.ingestion.rulebook;

import io.battlescope.api.feed.AdoptRuleset;
import io.battlescope.api.feed.FeedRefusal;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.RulesetVersion;
import io.battlescope.ingestion.order.Decision;
import io.battlescope.ingestion.order.OrderHandler;
import io.battlescope.ingestion.ruleset.RulesetCheck;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts another ruleset in force. What was accepted stays accepted. */
@Component
class RulesetAdoption implements OrderHandler<AdoptRuleset> {

    private final Rulebook rulebook;
    private final Clock clock;

    RulesetAdoption(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public Class<AdoptRuleset> kind() {
        return AdoptRuleset.class;
    }

    @Override
    public Decision decide(AdoptRuleset order, Map<String, Long> prepared) {
        Optional<String> complaint = RulesetCheck.complaint(order.ruleset());
        if (complaint.isPresent()) {
            return Decision.refused(FeedRefusal.RULESET_INVALID, complaint.get());
        }
        rulebook.lock();
        RulesetVersion present = rulebook.inForce();
        if (order.expectedVersion() != null && order.expectedVersion() != present.number()) {
            return Decision.refused(
                    FeedRefusal.RULESET_CHANGED,
                    "Ruleset " + present.number() + " is in force, not " + order.expectedVersion());
        }
        Ruleset wanted = RulesetCheck.normal(order.ruleset());
        if (wanted.equals(present.ruleset())) {
            return adopted("Ruleset " + present.number() + " says the same and stays in force", present);
        }
        RulesetVersion next = new RulesetVersion(
                present.number() + 1,
                wanted,
                order.actor(),
                order.reason() == null ? "" : order.reason(),
                order.actId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        rulebook.add(next);
        return adopted("Ruleset " + next.number() + " is in force", next);
    }

    private static Decision adopted(String detail, RulesetVersion version) {
        return Decision.done(detail, Map.of("number", (long) version.number()));
    }
}
