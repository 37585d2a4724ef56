package io.battlescope.command.linkage;

/** Why a killmail is where it is: the killmail it is linked to, the party they share, the seconds between them. */
public record Link(long killmailId, long partyId, int gapSeconds) {

    /** Linked by an admin although no party is on both mails. */
    public static final long NO_PARTY = 0;
}
