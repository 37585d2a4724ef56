/**
 * The whole system seen from outside: what goes into it, what has to come out by the rule, and what comes out over REST. It uses
 * no class of the product, so that a mistake there cannot excuse itself here; and it needs no more than a JDK and Jackson, so
 * that {@code infra/faults} can run it from its sources.
 */
package io.battlescope.e2e;
