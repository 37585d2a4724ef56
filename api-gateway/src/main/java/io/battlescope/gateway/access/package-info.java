/**
 * Who may: whoever shows a token in {@code Authorization: Bearer}. It is one of the gateway's own secrets, an API key, or what an OpenID
 * provider has signed; Spring Security sees to it before anything else of a request is read.
 */
package io.battlescope.gateway.access;
