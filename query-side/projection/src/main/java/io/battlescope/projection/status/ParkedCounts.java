package io.battlescope.projection.status;

/** How much is parked; asked once a second for each processor, so it has to be cheap. */
public interface ParkedCounts {

    /** Of a service that parks nothing. */
    ParkedCounts NONE = new ParkedCounts() {
        @Override
        public long sequences(String tokenName) {
            return 0;
        }

        @Override
        public long letters(String tokenName) {
            return 0;
        }
    };

    /** Sequences with dead letters. */
    long sequences(String tokenName);

    /** Dead letters in them. */
    long letters(String tokenName);
}
