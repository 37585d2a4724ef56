package io.battlescope.projection.parked;

/** No more may be parked. The batch is left as it was, and tried again: nothing is lost, and nothing goes on. */
final class ParkingFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ParkingFullException(String tokenName, String what) {
        super("Processor " + tokenName + " stands still: it has parked " + what
                + ", and no more may be. Mend what is wrong and retry its dead letters, or evict some");
    }
}
