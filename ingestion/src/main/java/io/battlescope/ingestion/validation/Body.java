package io.battlescope.ingestion.validation;

/** What was read of one ESI body: the fields that decide, and the first thing wrong with each. */
final class Body {

    static final int MISSING = -1;

    Long killmailId;
    String idProblem;
    String time;
    String timeProblem;
    Integer systemId;
    boolean hasVictim;
    Integer victimHull;
    int attackers = MISSING;
    Named victim = new Named();
    Named attackersNamed = new Named();
    String fieldProblem;

    void complain(String problem) {
        if (fieldProblem == null) {
            fieldProblem = problem;
        }
    }
}
