package io.battlescope.ingestion.store;

import io.battlescope.ingestion.ruleset.MailFacts;
import java.time.Instant;

/** A killmail that was judged by a ruleset, accepted or not. */
public record ScreenedMail(long killmailId, Instant seenAt, Instant occurredAt, MailFacts facts) {}
