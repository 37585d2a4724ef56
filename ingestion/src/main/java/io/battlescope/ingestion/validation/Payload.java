package io.battlescope.ingestion.validation;

import io.battlescope.api.killmail.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was read of one payload: a body of its own, or an envelope with the body inside. */
final class Payload {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{40}");

    String shapeProblem;
    /** The fields beside each other at the top: the whole body, or the envelope's few. */
    final Body top = new Body();
    /** What stands under {@code esi}; {@code null} without an envelope. */
    Body enveloped;

    String envelopedText;
    /** The top-level fields that are ESI's own, as received. */
    final StringBuilder topText = new StringBuilder();

    String zkb;
    /** {@code totalValue} of that block, as received. */
    BigDecimal zkbValue;
    /** {@code labels} of that block, as received. */
    final List<String> zkbLabels = new ArrayList<>();

    private String hash;
    private String zkbHash;

    Body body() {
        return enveloped == null ? top : enveloped;
    }

    Long id() {
        return body().killmailId == null ? top.killmailId : body().killmailId;
    }

    String idProblem() {
        if (body().idProblem != null || top.idProblem != null) {
            return body().idProblem == null ? top.idProblem : body().idProblem;
        }
        boolean disagree = enveloped != null
                && enveloped.killmailId != null
                && top.killmailId != null
                && !enveloped.killmailId.equals(top.killmailId);
        return disagree
                ? "the envelope says killmail_id " + top.killmailId + ", the body " + enveloped.killmailId
                : null;
    }

    String killmailText() {
        return enveloped == null ? "{" + topText + "}" : envelopedText;
    }

    /** As it is published: whoever reads the message rounds to two decimals, so that less is no other value. */
    BigDecimal isk() {
        return zkb == null || zkbValue == null || zkbValue.signum() == 0
                ? null
                : zkbValue.setScale(2, RoundingMode.HALF_UP);
    }

    List<String> labels() {
        return zkb == null ? List.of() : Labels.of(zkbLabels);
    }

    void hash(String candidate) {
        hash = wellFormed(candidate);
    }

    void zkbHash(String candidate) {
        zkbHash = wellFormed(candidate);
    }

    String hash() {
        return hash == null ? zkbHash : hash;
    }

    private static String wellFormed(String candidate) {
        return HASH.matcher(candidate).matches() ? candidate.toLowerCase(Locale.ROOT) : null;
    }
}
