package io.battlescope.ingestion.rulebook;

import io.battlescope.api.feed.FeedRefusal;
import io.battlescope.api.feed.PreviewRuleset;
import io.battlescope.ingestion.order.Decision;
import io.battlescope.ingestion.order.OrderHandler;
import io.battlescope.ingestion.ruleset.Rules;
import io.battlescope.ingestion.ruleset.RulesetCheck;
import io.battlescope.ingestion.store.ScreenedMails;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tells how much of the last day other rules would have kept, whenever those killmails happened. */
@Component
class RulesetPreview implements OrderHandler<PreviewRuleset> {

    private static final Duration LOOKED_AT = Duration.ofHours(24);

    private final Rulebook rulebook;
    private final ScreenedMails mails;
    private final Clock clock;

    RulesetPreview(Rulebook rulebook, ScreenedMails mails, Clock clock) {
        this.rulebook = rulebook;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<PreviewRuleset> kind() {
        return PreviewRuleset.class;
    }

    @Override
    public Decision decide(PreviewRuleset order, Map<String, Long> prepared) {
        Optional<String> complaint = RulesetCheck.complaint(order.ruleset());
        if (complaint.isPresent()) {
            return Decision.refused(FeedRefusal.RULESET_INVALID, complaint.get());
        }
        Map<String, Long> figures =
                figures(new Rules(order.ruleset()), new Rules(rulebook.inForce().ruleset()));
        return Decision.done(
                "Of " + figures.get("seen") + " killmails of the last 24 h " + figures.get("kept") + " would pass",
                figures);
    }

    private Map<String, Long> figures(Rules proposed, Rules present) {
        Map<String, Long> figures = new TreeMap<>(Map.of("seen", 0L, "kept", 0L, "refused", 0L, "keptToday", 0L));
        mails.since(clock.instant().minus(LOOKED_AT), mail -> {
            count(figures, "seen");
            proposed.refusal(mail)
                    .ifPresentOrElse(
                            code -> {
                                count(figures, "refused");
                                count(figures, "refused." + code);
                            },
                            () -> count(figures, "kept"));
            if (present.refusal(mail).isEmpty()) {
                count(figures, "keptToday");
            }
        });
        return figures;
    }

    private static void count(Map<String, Long> figures, String name) {
        figures.merge(name, 1L, Long::sum);
    }
}
