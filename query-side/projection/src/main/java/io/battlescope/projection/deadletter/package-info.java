/** What could not be handled anywhere in the pipeline, from the {@code .dlt} topics, for people to look at. */
package io.battlescope.projection.deadletter;
