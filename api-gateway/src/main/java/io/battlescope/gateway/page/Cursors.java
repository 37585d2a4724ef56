package io.battlescope.gateway.page;

import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.page.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes cursors and reads them back: the position behind a page, with a hash of the list it belongs to, so that a cursor of
 * another filter or order is noticed instead of giving a page of nonsense.
 */
@Component
public class Cursors {

    private static final int VERSION = 1;
    private static final int MAX_LENGTH = 1_000;
    private static final int HASH_BYTES = 9;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * The page that a request means.
     *
     * @param list names the list with its filter and order
     */
    public PageRequest page(Paging parameters, String list) {
        int limit = parameters.limit() == null ? Paging.DEFAULT_LIMIT : parameters.limit();
        return new PageRequest(Optional.ofNullable(parameters.cursor()).map(cursor -> read(cursor, list)), limit);
    }

    public <T> ListAnswer<T> answer(Page<T> page, String list) {
        return new ListAnswer<>(
                page.items(), page.end().map(position -> write(position, list)).orElse(null));
    }

    private String write(Position position, String list) {
        return ENCODER.encodeToString(json.writeValueAsBytes(new Token(VERSION, hash(list), position.keys())));
    }

    private Position read(String cursor, String list) {
        if (cursor.length() > MAX_LENGTH) {
            throw new InvalidCursorException("It is longer than any cursor.", null);
        }
        Token token = parse(cursor);
        if (token == null
                || token.v() != VERSION
                || token.k() == null
                || token.k().stream().anyMatch(Objects::isNull)) {
            throw new InvalidCursorException("It is of another version.", null);
        }
        if (!hash(list).equals(token.f())) {
            throw new InvalidCursorException("It belongs to a list with other filters or another order.", null);
        }
        return new Position(token.k());
    }

    private Token parse(String cursor) {
        try {
            return json.readValue(Base64.getUrlDecoder().decode(cursor), Token.class);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new InvalidCursorException("It cannot be read.", e);
        }
    }

    private static String hash(String list) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Short names: v is the version, f the hash of list, filter and order, k the keys of the position. */
    private record Token(int v, String f, List<String> k) {}
}
