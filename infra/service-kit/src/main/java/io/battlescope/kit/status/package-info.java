/** What an instance tells of itself: numbers and notes, each second, through Redis. */
package io.battlescope.kit.status;
