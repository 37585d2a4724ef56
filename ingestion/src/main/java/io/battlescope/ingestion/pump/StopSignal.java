package io.battlescope.ingestion.pump;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the pump that the service is stopping, so that no wait outlives it. */
@Component
class StopSignal {

    private final CountDownLatch stopped = new CountDownLatch(1);

    void raise() {
        stopped.countDown();
    }

    boolean isRaised() {
        return stopped.getCount() == 0;
    }

    /** Waits, and ends the pump's work when the service stops meanwhile. */
    void pause(Duration time) throws InterruptedException {
        if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("The service is stopping");
        }
    }
}
