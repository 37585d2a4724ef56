/**
 * What could not be handled: letters of the pipeline, and events that processors have parked, in one list. A letter of the pipeline is a
 * sequence of its own; events that have to stay in order are one together.
 */
package io.battlescope.view.deadletter;
