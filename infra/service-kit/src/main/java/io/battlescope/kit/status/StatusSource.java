package io.battlescope.kit.status;

/** Provided by a service as a bean; asked once a second, so it has to be cheap. */
@FunctionalInterface
public interface StatusSource {

    ServiceReport report();
}
