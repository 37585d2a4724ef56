package io.battlescope.projection.version;

/**
 * One version of what a processor keeps; a row of {@code projection_version}.
 *
 * @param processor what it keeps, such as {@code battles}
 * @param version from 1
 * @param schemaName where its tables lie
 * @param layout of its columns; code that writes another layout does not run it
 */
public record ProjectionVersion(String processor, int version, String schemaName, int layout, State state) {

    /** Where the tables of the first version lie, and all that no processor owns. */
    public static final String PUBLIC = "public";

    /** How far a version is. */
    public enum State {
        /** Catches up; nobody reads it. */
        BUILDING,
        /** Answers come from it. */
        LIVING,
        /** Was living before, and stays for a rollback; nobody writes it. */
        KEPT,
        /** Is being thrown away. */
        DROPPING
    }

    /** The first version of a processor. */
    public static ProjectionVersion first(String processor, int layout) {
        return new ProjectionVersion(processor, 1, PUBLIC, layout, State.LIVING);
    }

    /** The processor's name in the token store. */
    public String tokenName() {
        return tokenName(processor, version);
    }

    public static String tokenName(String processor, int version) {
        return version == 1 ? processor : processor + "@" + version;
    }

    /** What {@code search_path} has to be for whoever writes this version. */
    public String searchPath() {
        return schemaName.equals(PUBLIC) ? PUBLIC : schemaName + ", " + PUBLIC;
    }

    /** Whether somebody has to follow the topic for it. */
    public boolean isFollowed() {
        return state == State.LIVING || state == State.BUILDING;
    }
}
