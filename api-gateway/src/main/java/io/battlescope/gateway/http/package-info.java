/** What holds for every request: its trace, its parameters' syntax, the freshness of its answer, CORS. */
package io.battlescope.gateway.http;
