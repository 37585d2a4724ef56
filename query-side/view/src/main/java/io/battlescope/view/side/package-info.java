/**
 * Who fought on which side, and what each side did and suffered. The arithmetic is pure: it turns evidence, losses and pilots
 * into shares that always add up to the battle, whether they come from the tables or are told anew from the history.
 */
package io.battlescope.view.side;
