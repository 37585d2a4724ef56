package io.battlescope.command.attribution;

import io.battlescope.command.linkage.Corrections;
import java.util.Collection;

/** What a correction means for links between killmails. */
sealed interface LinkageEffect {

    LinkageEffect NONE = new None();

    /** As a row keeps it; what has no meaning for the kind is {@code null}. */
    record Columns(String kind, Long from, Long to, Collection<Long> parties, Long killmailId, Long partnerId) {}

    Columns columns();

    /** Links stay as they are. */
    record None() implements LinkageEffect {
        @Override
        public Columns columns() {
            return new Columns(null, null, null, null, null, null);
        }
    }

    record TimeCutEffect(Corrections.TimeCut cut) implements LinkageEffect {
        @Override
        public Columns columns() {
            return new Columns("timeCut", cut.at(), null, cut.scope(), null, null);
        }
    }

    record PartyCutEffect(Corrections.PartyCut cut) implements LinkageEffect {
        @Override
        public Columns columns() {
            return new Columns("partyCut", cut.from(), cut.to(), cut.parties(), null, null);
        }
    }

    /** The killmail is linked to its partner alone. */
    record Moved(long killmailId, long partnerId) implements LinkageEffect {
        @Override
        public Columns columns() {
            return new Columns("moved", null, null, null, killmailId, partnerId);
        }
    }

    /** The two are linked whatever lies between them. */
    record Joined(long killmailId, long partnerId) implements LinkageEffect {
        @Override
        public Columns columns() {
            return new Columns("joined", null, null, null, killmailId, partnerId);
        }
    }
}
