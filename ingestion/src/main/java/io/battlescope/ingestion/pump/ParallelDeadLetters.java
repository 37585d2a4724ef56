package io.battlescope.ingestion.pump;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.deadletter.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends the letters of a batch together: one after the other, a file of rubbish would take an acknowledgement's time per line. */
record ParallelDeadLetters(DeadLetters letters, Topic topic) {

    /**
     * Sends them and takes those that arrived off the list.
     *
     * @throws BrokerException when some did not arrive
     */
    int send(List<DeadLetter> unsent) throws InterruptedException {
        if (unsent.isEmpty()) {
            return 0;
        }
        Throwable failure = null;
        List<DeadLetter> failed = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sendings = new ArrayList<>();
            unsent.forEach(letter -> sendings.add(threads.submit(() -> letters.send(topic, letter))));
            for (int i = 0; i < sendings.size(); i++) {
                try {
                    sendings.get(i).get();
                } catch (ExecutionException e) {
                    failure = e.getCause();
                    failed.add(unsent.get(i));
                }
            }
        }
        int sent = unsent.size() - failed.size();
        unsent.clear();
        unsent.addAll(failed);
        if (failure != null) {
            throw new BrokerException(failure);
        }
        return sent;
    }
}
