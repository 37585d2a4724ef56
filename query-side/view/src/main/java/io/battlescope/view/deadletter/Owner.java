package io.battlescope.view.deadletter;

/** Who has a dead letter: a processor by its name in the token store ({@code battles}, {@code battles@2}), or a stage. */
record Owner(String processor, int version) {

    static Owner of(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? new Owner(name, 1) : new Owner(name.substring(0, at), Integer.parseInt(name.substring(at + 1)));
    }
}
