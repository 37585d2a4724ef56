/** The road from a request to the handlers of the view: Axon's query gateway over a local bus, with a time limit. */
package io.battlescope.gateway.query;
