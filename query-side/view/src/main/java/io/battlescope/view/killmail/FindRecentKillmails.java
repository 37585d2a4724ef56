package io.battlescope.view.killmail;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * The latest killmails, in a battle or not, newest first.
 *
 * @param systemIds any of these; empty for all, like {@code regionIds}
 * @param since not older than this (UTC); {@code null} for no bound
 */
public record FindRecentKillmails(Set<Integer> systemIds, Set<Integer> regionIds, Instant since, PageRequest page)
        implements Question<Page<KillmailSummary>> {

    /** Sorted, so that equal questions are equal, also as text. */
    public FindRecentKillmails {
        systemIds = Collections.unmodifiableSortedSet(new TreeSet<>(systemIds));
        regionIds = Collections.unmodifiableSortedSet(new TreeSet<>(regionIds));
    }

    @Override
    public ResponseType<Page<KillmailSummary>> answerType() {
        return Question.answering(Page.class);
    }
}
