package io.battlescope.gateway.query;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.battlescope.view.Question;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Asks a question and waits for the answer, but not for ever. Equal questions within a blink share an answer, so that a popular
 * battle costs the Query DB a few statements a second, however many look at it. Failures are never shared.
 */
public final class Asker implements AutoCloseable {

    private static final int MAX_ANSWERS = 2_000;

    private final QueryGateway gateway;
    private final Duration timeout;
    private final AsyncCache<Question<?>, Object> answers;
    // handlers block on the database; in a thread of their own the one who asks can stop waiting
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Asker(QueryGateway gateway, Duration sharing, Duration timeout) {
        this.gateway = gateway;
        this.timeout = timeout;
        this.answers = Caffeine.newBuilder()
                .executor(threads)
                .maximumSize(sharing.isZero() ? 0 : MAX_ANSWERS)
                .expireAfterWrite(sharing.isZero() ? Duration.ofNanos(1) : sharing)
                .buildAsync();
    }

    @SuppressWarnings("unchecked") // a question is kept with its own answer
    public <A> A ask(Question<A> question) {
        return (A) await(answers.get(question, (asked, executor) -> send(question)));
    }

    /** Asks even if somebody has just asked the same. */
    public <A> A askAnew(Question<A> question) {
        return await(send(question));
    }

    private <A> CompletableFuture<A> send(Question<A> question) {
        return CompletableFuture.supplyAsync(() -> gateway.query(question, question.answerType()), threads)
                .thenCompose(answer -> answer);
    }

    private <A> A await(CompletableFuture<A> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswerException("No answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("Interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
