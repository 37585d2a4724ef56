/**
 * Event processors over all instances of all services, put together from their reports in Redis, and what admins ask of them. What can be
 * told from the reports is refused at once; the rest is decided by the service that runs the processor.
 */
package io.battlescope.gateway.processor;
