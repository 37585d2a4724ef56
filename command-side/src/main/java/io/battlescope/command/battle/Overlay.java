package io.battlescope.command.battle;

import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayAct.ExcludeKillmail;
import io.battlescope.api.battle.OverlayAct.PinParty;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.command.sides.Pin;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The corrections of admins. What is in force is what has been done and not been taken back; a later act about the same thing
 * wins, by the time it was asked for, so that it does not matter when a battle hears of it.
 *
 * @param inForce acts by id
 * @param undone ids of acts that were taken back, each with the act that did so
 */
public record Overlay(PMap<String, OverlayEntry> inForce, PMap<String, String> undone) {

    static final Overlay NONE = new Overlay(HashTreePMap.empty(), HashTreePMap.empty());

    private static final Comparator<OverlayEntry> BY_TIME =
            Comparator.comparing(OverlayEntry::at).thenComparing(OverlayEntry::actId);

    Overlay with(OverlayEntry entry) {
        return new Overlay(inForce.plus(entry.actId(), entry), undone);
    }

    Overlay without(String undoneActId, String byActId) {
        return new Overlay(inForce.minus(undoneActId), undone.plus(undoneActId, byActId));
    }

    /** Whether the act was done, in force or not, or took another one back. */
    boolean knows(String actId) {
        return inForce.containsKey(actId) || isUndone(actId) || undone.containsValue(actId);
    }

    boolean isUndone(String actId) {
        return undone.containsKey(actId);
    }

    Optional<OverlayEntry> exclusionOf(long killmailId) {
        return entries()
                .filter(entry -> entry.act() instanceof ExcludeKillmail excluded && excluded.killmailId() == killmailId)
                .findFirst();
    }

    boolean excludes(long killmailId) {
        return !inForce.isEmpty() && exclusionOf(killmailId).isPresent();
    }

    /** Whether the battle was cut in two, so that what is not in it may be in the other part. */
    boolean isSplit() {
        return entries()
                .anyMatch(entry ->
                        entry.act() instanceof OverlayAct.SplitAt || entry.act() instanceof OverlayAct.SplitByParties);
    }

    /** The last word on each pinned party. */
    Collection<Pin> pins() {
        TreeMap<Long, Pin> pins = new TreeMap<>();
        entries().forEach(entry -> {
            if (entry.act() instanceof PinParty pin) {
                pins.put(pin.party().id(), new Pin(pin.party(), pin.sideId(), pin.withParty()));
            }
        });
        return pins.values();
    }

    private Stream<OverlayEntry> entries() {
        return inForce.values().stream().sorted(BY_TIME);
    }
}
