/** Where everything goes that could not be handled: a {@code .dlt} topic, with the reason. */
package io.battlescope.kit.deadletter;
