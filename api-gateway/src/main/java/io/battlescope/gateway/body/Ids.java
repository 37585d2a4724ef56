package io.battlescope.gateway.body;

import java.util.regex.Pattern;

/** The form that ids of battles and of acts have. */
public final class Ids {

    public static final String EXPLAINED = "is no id: 1 to 100 of A-Z a-z 0-9 _ . : -";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private Ids() {}

    public static boolean possible(String id) {
        return id != null && ID.matcher(id).matches();
    }
}
