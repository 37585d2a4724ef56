package io.battlescope.view.side;

import io.battlescope.api.killmail.Party;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What parties lost and whom they brought.
 *
 * @param losses by the victim's party on the mail
 * @param pilots by the pilots' party
 */
public record PartyRows(List<Losses> losses, List<Pilots> pilots) {

    /**
     * What a party lost.
     *
     * @param party {@code null} for victims that are no party
     */
    public record Losses(Party party, int count, BigDecimal isk) {}

    /** How many pilots a party brought. */
    public record Pilots(Party party, int count) {}

    /** What is added to a party, and with it to the party's side. */
    public record PartyShare(long partyId, BattleShare share) {}

    /** Everybody who lost something or flew something. */
    public Collection<Party> parties() {
        return Stream.concat(
                        losses.stream().map(Losses::party).filter(Objects::nonNull),
                        pilots.stream().map(Pilots::party))
                .collect(Collectors.toSet());
    }

    /** All of it as shares. */
    public Stream<PartyShare> shares() {
        return Stream.concat(
                losses.stream()
                        .filter(lost -> lost.party() != null)
                        .map(lost -> new PartyShare(lost.party().id(), BattleShare.losses(lost.count(), lost.isk()))),
                pilots.stream().map(flew -> new PartyShare(flew.party().id(), BattleShare.pilots(flew.count()))));
    }
}
