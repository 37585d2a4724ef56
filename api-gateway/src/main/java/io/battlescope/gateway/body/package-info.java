/** What requests bring along, read as strictly as parameters are: what nobody knows or can read is refused by name. */
package io.battlescope.gateway.body;
