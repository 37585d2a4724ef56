/** Who may change something: whoever shows a configured token. */
package io.battlescope.gateway.admin;
