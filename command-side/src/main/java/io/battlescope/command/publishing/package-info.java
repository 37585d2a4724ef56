/**
 * What this service publishes, as admins see and steer it: reports on the publishers, pause and resume on all instances, and publishing
 * again from what is kept. Everything that is wanted or under way is a row of the Events DB, so that every instance comes to the same and
 * a death leaves nothing half done.
 */
package io.battlescope.command.publishing;
