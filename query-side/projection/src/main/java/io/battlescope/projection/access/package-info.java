/**
 * API keys, from {@code access.keys}: who may, by which secret's hash, until when. The gateway asks here whether a key that it is shown is
 * good.
 */
package io.battlescope.projection.access;
