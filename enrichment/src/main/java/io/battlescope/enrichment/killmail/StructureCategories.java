package io.battlescope.enrichment.killmail;

/** CCP's categories of things that stand in space and belong to somebody. */
final class StructureCategories {

    private static final int DEPLOYABLE = 22;
    private static final int STARBASE = 23;
    private static final int SOVEREIGNTY_STRUCTURE = 40;
    private static final int ORBITAL = 46;
    private static final int STRUCTURE = 65;
    private static final int STRUCTURE_MODULE = 66;

    private StructureCategories() {}

    static boolean isStructure(int categoryId) {
        return switch (categoryId) {
            case DEPLOYABLE, STARBASE, SOVEREIGNTY_STRUCTURE, ORBITAL, STRUCTURE -> true;
            default -> false;
        };
    }

    /** Some mails name a structure's gun where the attacker's hull should be. */
    static boolean isStructureOrPartOfOne(int categoryId) {
        return isStructure(categoryId) || categoryId == STRUCTURE_MODULE;
    }
}
