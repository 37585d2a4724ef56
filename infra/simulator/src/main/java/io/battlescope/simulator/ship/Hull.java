package io.battlescope.simulator.ship;

/**
 * A ship or structure of the game.
 *
 * @param weaponTypeId what it usually shoots with; 0 for none
 * @param size S, M, L or X: which modules fit
 */
public record Hull(HullClass kind, char size, int typeId, int weaponTypeId, int hitPoints, String name) {

    /** A mail names the hull itself where no weapon is known. */
    public int weaponOnMail() {
        return weaponTypeId == 0 ? typeId : weaponTypeId;
    }
}
