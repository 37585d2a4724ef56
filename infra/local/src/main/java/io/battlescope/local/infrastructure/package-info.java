/**
 * PostgreSQL, Kafka and Redis on this machine, from binaries that come with the build. Each is a process of its own, listens on
 * 127.0.0.1 only and keeps its data between starts; the launcher and the tests run the same servers with the same settings.
 */
package io.battlescope.local.infrastructure;
