package io.battlescope.ingestion.r2z2;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** An answer of which no more is kept than could be a killmail; the rest is counted. */
public final class CappedBody implements BodySubscriber<CappedBody.Answer> {

    /**
     * @param kept the beginning, or all of it
     * @param size bytes that came
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Answer(byte[] kept, long size) {

        /** Whether all of it was kept. */
        public boolean isWhole() {
            return size == kept.length;
        }
    }

    private final int cap;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private long size;

    CappedBody(int cap) {
        this.cap = cap;
    }

    @Override
    public CompletionStage<Answer> getBody() {
        return answer;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int length = buffer.remaining();
            byte[] bytes = new byte[Math.min(length, Math.max(0, cap - kept.size()))];
            buffer.get(bytes);
            kept.writeBytes(bytes);
            size += length;
        }
    }

    @Override
    public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        answer.complete(new Answer(kept.toByteArray(), size));
    }
}
