package io.battlescope.enrichment.value;

import io.battlescope.api.killmail.KillmailValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Prices by type, in ISK for one unit, under the name and the date that values made with them carry. */
public final class PriceTable {

    /** Release of Equinox, whose static data the shipped base prices are from. */
    private static final Instant DATE_OF_BASE_PRICES = Instant.parse("2024-06-11T00:00:00Z");

    private final String name;
    private final Instant asOf;
    private final Map<Integer, BigDecimal> prices;

    /**
     * @param asOf of when the prices are (UTC)
     */
    public PriceTable(String name, Instant asOf, Map<Integer, BigDecimal> prices) {
        this.name = name;
        this.asOf = asOf;
        this.prices = Map.copyOf(prices);
    }

    /** CCP's base prices, which ship with the build: far from any market, but there for nearly every old hull. */
    public static PriceTable basePrices() {
        String file = KillmailValue.CCP_BASE_PRICE + ".tsv.gz";
        try (InputStream content = PriceTable.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("The build lacks " + file + "; infra/universe/build.sh makes it.");
            }
            return new PriceTable(
                    KillmailValue.CCP_BASE_PRICE, DATE_OF_BASE_PRICES, read(new GZIPInputStream(content), file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shipped prices", e);
        }
    }

    /**
     * Prices from a file: type id and ISK, separated by tab or comma, plain or {@code .gz}; a first line of column names is
     * passed over. They are as of when the file was last written.
     */
    public static PriceTable fromFile(Path file, String name) {
        try (InputStream content = Files.newInputStream(file)) {
            boolean gzipped = file.toString().endsWith(".gz");
            return new PriceTable(
                    name,
                    Files.getLastModifiedTime(file).toInstant(),
                    read(gzipped ? new GZIPInputStream(content) : content, file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the prices of battlescope.prices.file, " + file, e);
        }
    }

    public String name() {
        return name;
    }

    public Instant asOf() {
        return asOf;
    }

    public Optional<BigDecimal> priceOf(int typeId) {
        return Optional.ofNullable(prices.get(typeId));
    }

    public int size() {
        return prices.size();
    }

    private static Map<Integer, BigDecimal> read(InputStream content, String file) throws IOException {
        Map<Integer, BigDecimal> prices = new HashMap<>();
        var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            boolean columnNames = number == 1 && !line.isEmpty() && !Character.isDigit(line.charAt(0));
            if (!columnNames && !line.isBlank()) {
                readLine(line, prices, file + ", line " + number);
            }
        }
        return prices;
    }

    private static void readLine(String line, Map<Integer, BigDecimal> prices, String where) {
        String[] cells = line.split("[\t,]", 3);
        try {
            BigDecimal price = new BigDecimal(cells[1].strip());
            // tables write 0 for what they do not know
            if (price.signum() > 0) {
                prices.put(Integer.valueOf(cells[0].strip()), price);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "A price is a type id and ISK, separated by tab or comma, not \"" + line + "\" (" + where + ")", e);
        }
    }
}
