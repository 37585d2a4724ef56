/**
 * Versions of what a processor keeps: where their tables lie, which of them answers, and which of them an instance is to run. All of it is
 * rows of the Query DB, so that every instance comes to the same and a death changes nothing.
 */
package io.battlescope.projection.version;
