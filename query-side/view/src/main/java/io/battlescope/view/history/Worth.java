package io.battlescope.view.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Killmails that are worth something else, in a sentence. */
final class Worth {

    private Worth() {}

    static String sentence(List<Told.Mail> mails) {
        return mails.size() == 1 ? one(mails.getFirst()) : several(mails);
    }

    private static String one(Told.Mail mail) {
        String before = mail.before() == null ? "nobody knew before" : "and not " + isk(mail.before());
        String now = mail.isk() == null ? "of unknown value" : "worth " + isk(mail.isk());
        return "Killmail " + mail.killmailId() + " is " + now + ", " + before + ".";
    }

    private static String several(List<Told.Mail> mails) {
        BigDecimal more = sum(mails, Told.Mail::isk).subtract(sum(mails, Told.Mail::before));
        return Words.killmails(mails.size()) + " were valued anew: " + isk(more.abs())
                + (more.signum() < 0 ? " less" : " more") + " in all.";
    }

    private static BigDecimal sum(List<Told.Mail> mails, Function<Told.Mail, BigDecimal> value) {
        return mails.stream()
                .map(value)
                .map(isk -> isk == null ? BigDecimal.ZERO : isk)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String isk(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f ISK", amount);
    }
}
