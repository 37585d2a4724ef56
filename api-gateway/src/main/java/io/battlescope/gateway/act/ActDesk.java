package io.battlescope.gateway.act;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.admin.Attempt;
import io.battlescope.gateway.broker.BrokerUnavailableException;
import io.battlescope.gateway.problem.ActRefusedException;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.act.ActView;
import io.battlescope.view.act.FindAct;
import io.battlescope.view.act.FindOrderDigest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes acts in and knows what has become of them. */
@Component
public class ActDesk {

    private static final Logger log = LoggerFactory.getLogger(ActDesk.class);
    private static final String ACTS = "/api/v1/admin/acts/";
    /** An act that another gateway has just taken in may not be in the read model yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Some wait half a minute, and their questions are not to keep the Query DB busy. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Asker asker;
    private final SentActs sent;

    ActDesk(Asker asker, SentActs sent) {
        this.asker = asker;
        this.sent = sent;
    }

    /**
     * Hands an act over and answers with where to follow it.
     *
     * @param what the kind of act, as its outcome will name it
     * @param target what it is done to, likewise
     * @param digest of the order, see {@link io.battlescope.api.admin.OrderDigest}
     * @param handOver sends it, and says in how many parts
     */
    public ResponseEntity<AskedAct> take(
            HttpServletRequest request,
            Asking asking,
            String what,
            String target,
            String digest,
            IntSupplier handOver) {
        new Attempt(what, target, asking.reason()).attach(request);
        if (asking.named()) {
            find(asking.actId()).ifPresent(earlier -> requireSame(earlier, asking, what, target, digest));
        }
        int parts = send(asking, handOver);
        sent.remember(pending(asking, what, target, parts), digest);
        log.info("{} asks for {} of {} as act {}", asking.actor(), what, target, asking.actId());
        return answer(asking, ended(asking));
    }

    private static ResponseEntity<AskedAct> answer(Asking asking, Optional<ActView> ended) {
        String link = ACTS + asking.actId();
        HttpHeaders headers = new HttpHeaders();
        headers.setLocation(URI.create(link));
        if (!asking.patience().isZero()) {
            headers.set(Preference.APPLIED_HEADER, Preference.applied(asking.patience()));
        }
        ended.filter(act -> act.status() == ActStatus.REFUSED).ifPresent(act -> {
            throw new ActRefusedException(act, headers);
        });
        AskedAct act = new AskedAct(
                asking.actId(),
                ended.map(ActView::status).orElse(ActStatus.PENDING),
                new AskedAct.Links(link),
                ended.orElse(null));
        return ResponseEntity.status(ended.isPresent() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .headers(headers)
                .body(act);
    }

    /** The act at its end, if that comes while the caller wants to wait. */
    private Optional<ActView> ended(Asking asking) {
        long end = System.nanoTime() + asking.patience().toNanos();
        while (System.nanoTime() < end && pause(LOOK)) {
            Optional<ActView> act = findIfPossible(asking.actId()).filter(ActDesk::isEnded);
            if (act.isPresent()) {
                return act;
            }
        }
        return Optional.empty();
    }

    /** The act has been handed over: that the data cannot be read just now is no reason to say otherwise. */
    private Optional<ActView> findIfPossible(String actId) {
        try {
            return find(actId);
        } catch (RuntimeException e) {
            log.debug("What became of act {} cannot be read: {}", actId, e.toString());
            return Optional.empty();
        }
    }

    /** Whether nothing more comes of it. */
    public static boolean isEnded(ActView act) {
        return act.status() == ActStatus.DONE || act.status() == ActStatus.REFUSED;
    }

    /** An act, as soon as anybody knows of it. */
    Optional<ActView> await(String actId) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<ActView> act = find(actId);
        while (act.isEmpty() && System.nanoTime() < end && pause(PAUSE)) {
            act = find(actId);
        }
        return act;
    }

    /** An act as far as it is known just now. */
    public Optional<ActView> find(String actId) {
        return asker.askAnew(new FindAct(actId)).or(() -> sent.find(actId));
    }

    private void requireSame(ActView earlier, Asking asking, String what, String target, String digest) {
        boolean same = earlier.what().equals(what)
                && earlier.target().equals(target)
                && earlier.actor().equals(asking.actor())
                && asking.reason().equals(earlier.reason());
        // of what was asked for before digests were kept nobody can tell
        if (!same
                || digestOf(asking.actId())
                        .filter(known -> !known.equals(digest))
                        .isPresent()) {
            throw new ProblemException(
                    ProblemCode.ACT_ID_TAKEN,
                    "Act " + asking.actId() + " is " + earlier.what() + " of " + earlier.target() + " by "
                            + earlier.actor() + ", and not the same as this. Choose another " + Asking.ID_HEADER + ".");
        }
    }

    private Optional<String> digestOf(String actId) {
        return asker.askAnew(new FindOrderDigest(actId)).or(() -> sent.digestOf(actId));
    }

    private static int send(Asking asking, IntSupplier handOver) {
        try {
            return handOver.getAsInt();
        } catch (BrokerUnavailableException e) {
            log.warn("Act {} could not be handed over: {}", asking.actId(), String.valueOf(e.getCause()));
            throw new ProblemException(
                    ProblemCode.BROKER_UNAVAILABLE,
                    "Kafka did not take the order in time. Ask again with " + Asking.ID_HEADER + ": " + asking.actId()
                            + ", and it is done once, even if this time was not in vain.");
        }
    }

    private static ActView pending(Asking asking, String what, String target, int parts) {
        return new ActView(
                asking.actId(),
                what,
                target,
                asking.actor(),
                asking.reason(),
                asking.requestedAt(),
                null,
                ActStatus.PENDING,
                null,
                null,
                new TreeMap<>(),
                parts,
                0);
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
