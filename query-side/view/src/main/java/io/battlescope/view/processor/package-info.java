/** Processors that the Query DB knows of, whether anybody runs them just now or not. */
package io.battlescope.view.processor;
