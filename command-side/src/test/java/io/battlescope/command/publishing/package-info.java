/** Tests of what admins see and steer of publishing. */
package io.battlescope.command.publishing;
