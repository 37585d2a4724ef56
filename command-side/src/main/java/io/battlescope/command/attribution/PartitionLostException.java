package io.battlescope.command.attribution;

/** Another instance has taken over a partition; what was begun for it here is void. */
public final class PartitionLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartitionLostException(String message) {
        super(message);
    }
}
