/** Words for tests: who flies, what is lost, where and when, so that a test reads like what happens in space. */
package io.battlescope.command.story;
