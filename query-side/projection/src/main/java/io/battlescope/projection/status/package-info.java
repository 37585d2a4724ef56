/** What the service tells of itself: how much it has handled, how far it is behind, and what stands in its way. */
package io.battlescope.projection.status;
