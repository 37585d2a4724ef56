/** Everything about feeds over HTTP, with the part of ingestion and the projection played by the tests. */
package io.battlescope.gateway.feed;
