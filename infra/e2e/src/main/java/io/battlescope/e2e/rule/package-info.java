/**
 * The rule of battle as one would write it on paper, from the raw killmail: every two mails are compared. It takes quadratic time
 * and shares no code with the product.
 */
package io.battlescope.e2e.rule;
