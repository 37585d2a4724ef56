/** API keys: made, listed and revoked. A key is written down before it is shown, and its secret is shown once. */
package io.battlescope.gateway.key;
