/** Lists over HTTP: items and an opaque cursor to the next page. */
package io.battlescope.gateway.page;
