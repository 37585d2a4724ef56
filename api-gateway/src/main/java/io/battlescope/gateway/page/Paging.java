package io.battlescope.gateway.page;

/** What every list can be asked for. */
public interface Paging {

    int DEFAULT_LIMIT = 20;

    /** {@code null} for the default. */
    Integer limit();

    /** {@code null} for the first page. */
    String cursor();
}
