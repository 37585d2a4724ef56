/**
 * Acts of admins over HTTP. The gateway hands an act over as an order and answers with a link; what comes of it is decided by the
 * command side, and read from the Query DB like everything else.
 */
package io.battlescope.gateway.act;
