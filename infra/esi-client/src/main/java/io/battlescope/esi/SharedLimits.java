package io.battlescope.esi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The limits that all instances share, and this instance's own while Redis is away. Both always learn. */
final class SharedLimits implements Limits {

    private static final Logger log = LoggerFactory.getLogger(SharedLimits.class);
    /** How long Redis is left alone after trouble: its time-out must not be paid for each question. */
    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Limits shared;
    private final Limits own;
    private volatile long awayUntil = System.nanoTime();
    private volatile boolean trouble;

    SharedLimits(Limits shared, Limits own) {
        this.shared = shared;
        this.own = own;
    }

    @Override
    public Bucket bucketOf(Route route) {
        Bucket known = own.bucketOf(route);
        if (known == null) {
            known = ask(limits -> limits.bucketOf(route));
            if (known != null) {
                own.learn(route, known);
            }
        }
        return known;
    }

    @Override
    public void learn(Route route, Bucket bucket) {
        if (!bucket.equals(own.bucketOf(route))) {
            tell(limits -> limits.learn(route, bucket));
        }
    }

    @Override
    public Admission admit(String scope, Bucket bucket) {
        return ask(limits -> limits.admit(scope, bucket));
    }

    @Override
    public void settle(Bucket bucket, int cost, Long tokensLeft) {
        tell(limits -> limits.settle(bucket, cost, tokensLeft));
    }

    @Override
    public long free(Bucket bucket) {
        return ask(limits -> limits.free(bucket));
    }

    @Override
    public void errorsLeft(int left, Duration reset) {
        tell(limits -> limits.errorsLeft(left, reset));
    }

    @Override
    public void error() {
        tell(Limits::error);
    }

    @Override
    public void pause(String scope, String state, Duration pause) {
        tell(limits -> limits.pause(scope, state, pause));
    }

    private void tell(Consumer<Limits> news) {
        news.accept(own);
        ask(limits -> {
            if (limits != own) {
                news.accept(limits);
            }
            return null;
        });
    }

    private <T> T ask(Function<Limits, T> question) {
        if (System.nanoTime() - awayUntil < 0) {
            return question.apply(own);
        }
        try {
            T answer = question.apply(shared);
            if (trouble) {
                log.info("ESI's budgets are shared through Redis again");
                trouble = false;
            }
            return answer;
        } catch (RuntimeException e) {
            // said once; without Redis each instance goes by what it knows itself
            if (!trouble) {
                log.warn("ESI's budgets cannot be shared, going on carefully: {}", e.toString());
                trouble = true;
            }
            awayUntil = System.nanoTime() + AWAY_NANOS;
            return question.apply(own);
        }
    }
}
