/**
 * Axon's tokens as rows of the Query DB: where each segment of each processor is, and who holds it. Beside the framework, which reads
 * and writes the tokens of segments it holds, acts of admins change them while nobody does.
 */
package io.battlescope.projection.token;
