/**
 * What could not be handled, for people to look at and to act on: letters of the pipeline, from the {@code .dlt} topics, and events that
 * the processors of this service have parked.
 */
package io.battlescope.projection.deadletter;
