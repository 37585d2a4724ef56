/** The keys that people and programs show, and what is known of each. */
package io.battlescope.view.access;
