package io.battlescope.api.battle;

/** A command was refused and nothing changed. */
public final class BattleRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BattleRefusal refusal;
    private final String battleId;

    public BattleRefusedException(BattleRefusal refusal, String battleId, String detail) {
        super(refusal + ": " + detail);
        this.refusal = refusal;
        this.battleId = battleId;
    }

    public BattleRefusal refusal() {
        return refusal;
    }

    public String battleId() {
        return battleId;
    }
}
