package io.battlescope.enrichment.market;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;

/** The last market prices in Redis, compressed, for all instances and for the next start. */
final class PriceShelf {

    static final String KEY = "battlescope:prices:esi-market";

    private static final String BODY = "body";
    private static final String ETAG = "etag";
    private static final String AS_OF = "asOf";
    /** Prices older than that say little; whoever has none asks ESI. */
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();
    private final HashOperations<String, String, byte[]> hashes;

    PriceShelf(RedisConnectionFactory connections) {
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(RedisSerializer.string());
        redis.setHashKeySerializer(RedisSerializer.string());
        redis.setHashValueSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
        hashes = redis.opsForHash();
    }

    Optional<MarketPrices> read() throws IOException {
        Map<String, byte[]> fields = hashes.entries(KEY);
        if (!fields.containsKey(BODY) || !fields.containsKey(AS_OF)) {
            return Optional.empty();
        }
        try (var content = new GZIPInputStream(new ByteArrayInputStream(fields.get(BODY)))) {
            String etag = fields.containsKey(ETAG) ? text(fields.get(ETAG)) : "";
            return Optional.of(new MarketPrices(
                    content.readAllBytes(), etag.isEmpty() ? null : etag, Instant.parse(text(fields.get(AS_OF)))));
        }
    }

    /** All fields in one command: of two instances that write at once, the prices of one stay, and with them their date. */
    void put(MarketPrices prices) {
        hashes.putAll(
                KEY,
                Map.of(
                        BODY, compressed(prices.body()),
                        ETAG, bytes(prices.etag() == null ? "" : prices.etag()),
                        AS_OF, bytes(prices.asOf().toString())));
        redis.expire(KEY, LIFETIME);
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes everything", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
