/** Correcting battles by hand, over HTTP. */
package io.battlescope.gateway.overlay;
