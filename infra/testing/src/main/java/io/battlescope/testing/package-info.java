/**
 * Real servers for tests. The first test of a build that asks for them starts them, all others share them, and they end by
 * themselves when the build is over; each test asks for databases and topics of its own.
 */
package io.battlescope.testing;
