/**
 * Questions about the read model itself: how far its processors are, how much it holds, and what was set aside on the way to
 * it.
 */
package io.battlescope.view.progress;
