/** Topic names of this deployment, and the check at start-up that the topics a service needs are there. */
package io.battlescope.kit.topic;
