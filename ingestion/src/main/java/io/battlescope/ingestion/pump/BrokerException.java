package io.battlescope.ingestion.pump;

/** The broker did not acknowledge everything. */
final class BrokerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerException(Throwable cause) {
        super(rootMessage(cause), cause);
    }

    /** The wrappers say only that sending failed. */
    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
