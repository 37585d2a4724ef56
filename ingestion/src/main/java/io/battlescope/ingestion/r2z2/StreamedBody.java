package io.battlescope.ingestion.r2z2;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** An answer of any size, read as it comes. A reader waits for each piece of it, but not for ever: a host that stalls is given up. */
final class StreamedBody extends InputStream implements BodySubscriber<InputStream> {

    /** What came, or how it ended. */
    private record Piece(List<ByteBuffer> buffers, Throwable failure) {
        boolean isEnd() {
            return buffers == null;
        }
    }

    private final Duration patience;
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    /** One piece at most, and the end. */
    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

    private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
    private Piece end;

    StreamedBody(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription.set(subscribed);
        subscribed.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        pieces.add(new Piece(piece, null));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(null, failure));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(null, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (buffers.isEmpty()) {
            if (!fetch()) {
                return -1;
            }
        }
        ByteBuffer buffer = buffers.element();
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        drop();
        return count;
    }

    @Override
    public void close() {
        Flow.Subscription subscribed = subscription.get();
        if (subscribed != null) {
            subscribed.cancel();
        }
        end = new Piece(null, new IOException("closed"));
        buffers.clear();
    }

    /** Whether there was more. */
    private boolean fetch() throws IOException {
        if (end == null) {
            Piece piece = await();
            if (!piece.isEnd()) {
                buffers.addAll(piece.buffers());
                drop();
                subscription.get().request(1);
                return true;
            }
            end = piece;
        }
        if (end.failure() != null) {
            throw new IOException("The answer broke off: " + end.failure(), end.failure());
        }
        return false;
    }

    private Piece await() throws IOException {
        try {
            Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (piece != null) {
                return piece;
            }
            close();
            throw new IOException("The answer stalled: nothing more came in " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Interrupted while reading an answer").initCause(e);
        }
    }

    private void drop() {
        while (!buffers.isEmpty() && !buffers.element().hasRemaining()) {
            buffers.remove();
        }
    }
}
