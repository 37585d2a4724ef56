/** The system as it is started, watched, hurt and stopped from a terminal. */
package io.battlescope.e2e.system;
