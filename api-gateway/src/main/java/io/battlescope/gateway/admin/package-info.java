/** What an endpoint says of who may, and what it learns of who asks. Package {@code access} sees to it. */
package io.battlescope.gateway.admin;
