/**
 * Names for ids, joined when read because names change and events carry none. What the shipped universe does not know keeps
 * its id as its name.
 */
package io.battlescope.view.name;
