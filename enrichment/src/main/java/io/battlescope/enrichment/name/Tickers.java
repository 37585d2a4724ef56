package io.battlescope.enrichment.name;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.json.MessageJson;
import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiAnswer;
import io.battlescope.esi.EsiUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks for one corporation or alliance: its name and its ticker. What ESI said is kept with its ETag, so that asking again costs
 * half, and so that a name that comes without its ticker once more is followed by it without asking.
 */
final class Tickers {

    /** After this long a corporation or an alliance is asked for again, when it is seen. */
    static final Duration FRESH = Duration.ofDays(7);

    private static final Duration KEPT = Duration.ofDays(60);
    private static final Duration AFTER_NONSENSE = Duration.ofMinutes(10);

    private final Esi esi;
    private final EntityTopic topic;
    private final Memory memory;
    private final UnknownIds unknown;
    private final Shelf shelf;
    private final Clock clock;
    private final NameStatus status;

    /**
     * What ESI said last.
     *
     * @param etag {@code null} when it gave none
     */
    private record Card(EntityUpdated entity, String etag) {}

    Tickers(
            Esi esi,
            EntityTopic topic,
            Memory memory,
            UnknownIds unknown,
            Shelf shelf,
            Clock clock,
            NameStatus status) {
        this.esi = esi;
        this.topic = topic;
        this.memory = memory;
        this.unknown = unknown;
        this.shelf = shelf;
        this.clock = clock;
        this.status = status;
    }

    /** Publishes the ticker behind a name that came without. */
    void follow(Errand.Ticker errand) throws EsiUnavailableException, InterruptedException {
        Optional<Card> card = card(errand.id()).filter(this::isFresh);
        if (card.isPresent()) {
            topic.publish(List.of(card.get().entity()));
        } else {
            renew(errand);
        }
    }

    /** Asks, and publishes what ESI says. */
    void renew(Errand.Ticker errand) throws EsiUnavailableException, InterruptedException {
        Card before = card(errand.id()).orElse(null);
        String route = errand.kind() == EntityKind.ALLIANCE ? "/alliances/" : "/corporations/";
        switch (esi.get(route + errand.id(), before == null ? null : before.etag())) {
            case EsiAnswer.Found found -> keep(new Card(read(errand, found.body()), found.etag()));
            case EsiAnswer.NotModified _ -> keepOn(errand, before);
            case EsiAnswer.Refused refused ->
                unknown.setAside(errand, route + "{id}", "ESI answers " + refused.status() + ": " + refused.detail());
        }
    }

    private void keepOn(Errand.Ticker errand, Card before) throws EsiUnavailableException, InterruptedException {
        if (before == null) {
            throw nonsense(errand, "304, although nothing was at hand", null);
        }
        EntityUpdated entity = before.entity();
        keep(new Card(
                new EntityUpdated(entity.id(), entity.kind(), entity.name(), entity.ticker(), clock.instant()),
                before.etag()));
    }

    private void keep(Card card) throws InterruptedException {
        topic.publish(List.of(card.entity()));
        shelf.ask(
                redis -> {
                    redis.opsForValue().set(key(card.entity().id()), text(card), KEPT);
                    return null;
                },
                null);
        memory.put(card.entity().id(), true, Namer.OTHERS);
        status.gotTicker();
    }

    private boolean isFresh(Card card) {
        return card.entity().asOf().plus(FRESH).isAfter(clock.instant());
    }

    private Optional<Card> card(long id) {
        String text = shelf.ask(redis -> redis.opsForValue().get(key(id)), null);
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(MessageJson.mapper().readValue(text, Card.class));
        } catch (JsonProcessingException e) {
            // from another version of this service: as if it had not been kept
            return Optional.empty();
        }
    }

    private EntityUpdated read(Errand.Ticker errand, byte[] body) throws EsiUnavailableException {
        try {
            JsonNode json = MessageJson.mapper().readTree(body);
            String name = json.path("name").asText("");
            String ticker = json.path("ticker").asText("");
            if (!name.isBlank() && !ticker.isBlank()) {
                return new EntityUpdated(errand.id(), errand.kind(), name, ticker, clock.instant());
            }
            throw nonsense(errand, "neither name nor ticker", null);
        } catch (IOException e) {
            throw nonsense(errand, "no JSON", e);
        }
    }

    private static EsiUnavailableException nonsense(Errand.Ticker errand, String what, Exception cause) {
        return new EsiUnavailableException(
                "unreachable", "Asked for " + errand.text() + ", ESI answers " + what, AFTER_NONSENSE, cause);
    }

    private static String text(Card card) {
        try {
            return MessageJson.mapper().writeValueAsString(card);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A card holds plain values only", e);
        }
    }

    private String key(long id) {
        return shelf.key("card:" + id);
    }
}
