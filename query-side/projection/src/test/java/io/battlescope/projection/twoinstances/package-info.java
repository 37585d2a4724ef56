/** Two processes of the service on one Query DB, under load, while admins act and processes are killed. */
package io.battlescope.projection.twoinstances;
