/** Rebuilds of what a processor keeps, beside the version that answers: asked for, followed, and brought to their end. */
package io.battlescope.gateway.rebuild;
