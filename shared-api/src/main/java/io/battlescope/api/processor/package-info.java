/**
 * Event processors as admins see them, and what admins can ask of them. A processor is known by the name of what it keeps
 * ({@code battles}, {@code killmails}), whatever version of it is the living one.
 */
package io.battlescope.api.processor;
