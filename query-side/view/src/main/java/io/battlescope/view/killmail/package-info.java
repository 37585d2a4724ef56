/**
 * Questions about killmails, in a battle or not. A killmail names its battle only while that battle is visible, and says with
 * it why it is there.
 */
package io.battlescope.view.killmail;
