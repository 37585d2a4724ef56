package io.battlescope.enrichment.value;

import java.util.List;

/** The tables to estimate with. Market prices may come, and be replaced, while others read. */
public final class PriceBook {

    private final PriceTable table;
    private final boolean usesMarket;
    private volatile List<PriceTable> tables;

    private PriceBook(PriceTable table, boolean usesMarket) {
        this.table = table;
        this.usesMarket = usesMarket;
        this.tables = List.of(table);
    }

    /** One table for everything. */
    public static PriceBook of(PriceTable table) {
        return new PriceBook(table, false);
    }

    /** Market prices once there are any, and another table until then, and for hulls that have no market price. */
    public static PriceBook marketElse(PriceTable table) {
        return new PriceBook(table, true);
    }

    /** Best first. */
    public List<PriceTable> tables() {
        return tables;
    }

    /** Whether market prices are wanted at all. */
    public boolean usesMarket() {
        return usesMarket;
    }

    /** Whether estimates are made without the market prices that may still come. */
    public boolean awaitsMarket() {
        return usesMarket && tables.size() == 1;
    }

    public void market(PriceTable prices) {
        tables = List.of(prices, table);
    }
}
