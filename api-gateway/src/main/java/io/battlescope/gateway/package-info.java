/**
 * HTTP in front, questions behind: the gateway turns requests into query messages and answers into JSON. It owns no data and
 * knows no SQL.
 */
package io.battlescope.gateway;
