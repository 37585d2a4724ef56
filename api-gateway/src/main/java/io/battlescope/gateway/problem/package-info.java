/**
 * Errors as {@code application/problem+json} (RFC 9457) with a stable code. What the caller can mend is explained; what only
 * the operator can is logged under an id, and the id is all that the caller sees.
 */
package io.battlescope.gateway.problem;
