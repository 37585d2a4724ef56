/** Rebuilds of what processors keep: how far they are, and what a comparison of both versions found. */
package io.battlescope.view.rebuild;
