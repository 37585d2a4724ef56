package io.battlescope.enrichment.name;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.json.MessageJson;
import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiAnswer;
import io.battlescope.esi.EsiUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks what ids are called, many at once. One bad id spoils the whole question, and the answer does not say which: the question
 * is then halved until the bad one stands alone. Whatever is found on the way is published and remembered at once, so a search
 * that is broken off goes on where it was.
 */
final class Namer {

    static final String PATH = "/universe/names";
    /** Characters are renamed, rarely. */
    static final Duration CHARACTERS = Duration.ofDays(30);
    /** Longer than any ticker stays unasked: a renewed name without a ticker would take the ticker's place in the topic. */
    static final Duration OTHERS = Duration.ofDays(180);

    private static final int MAX_IDS = 1_000;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);

    private final Esi esi;
    private final EntityTopic topic;
    private final Memory memory;
    private final UnknownIds unknown;
    private final Clock clock;
    private final NameStatus status;

    Namer(Esi esi, EntityTopic topic, Memory memory, UnknownIds unknown, Clock clock, NameStatus status) {
        this.esi = esi;
        this.topic = topic;
        this.memory = memory;
        this.unknown = unknown;
        this.clock = clock;
        this.status = status;
    }

    /**
     * @throws EsiUnavailableException when not all could be asked; those that were need not be asked again
     */
    void name(Collection<Long> ids) throws EsiUnavailableException, InterruptedException {
        List<Long> unique = List.copyOf(new TreeSet<>(ids));
        Deque<List<Long>> questions = new ArrayDeque<>();
        for (int from = 0; from < unique.size(); from += MAX_IDS) {
            questions.add(unique.subList(from, Math.min(unique.size(), from + MAX_IDS)));
        }
        while (!questions.isEmpty()) {
            ask(questions.pop(), questions);
        }
    }

    private void ask(List<Long> ids, Deque<List<Long>> questions) throws EsiUnavailableException, InterruptedException {
        EsiAnswer answer = esi.post(PATH, ids.toString().getBytes(StandardCharsets.UTF_8));
        switch (answer) {
            case EsiAnswer.Found found -> publish(ids, found.body());
            case EsiAnswer.Refused refused
            when isAboutTheIds(refused) -> {
                if (ids.size() == 1) {
                    unknown.setAside(ids.getFirst(), "ESI answers " + refused.status() + ": " + refused.detail());
                } else {
                    questions.push(ids.subList(ids.size() / 2, ids.size()));
                    questions.push(ids.subList(0, ids.size() / 2));
                }
            }
            default -> throw unexpected(answer.toString());
        }
    }

    private static boolean isAboutTheIds(EsiAnswer.Refused refused) {
        return refused.status() == NOT_FOUND || refused.status() == BAD_REQUEST;
    }

    private void publish(List<Long> ids, byte[] body) throws EsiUnavailableException, InterruptedException {
        List<EntityUpdated> entities = read(body);
        topic.publish(entities);
        remember(entities, EntityKind.CHARACTER);
        Set<Long> missing = new HashSet<>(ids);
        entities.forEach(entity -> missing.remove(entity.id()));
        for (long id : missing) {
            unknown.setAside(id, "ESI answers about others and passes over this one");
        }
        status.named(entities.size());
    }

    private void remember(List<EntityUpdated> entities, EntityKind shortLived) {
        var byLifetime = entities.stream()
                .collect(Collectors.partitioningBy(
                        entity -> entity.kind() == shortLived,
                        Collectors.mapping(EntityUpdated::id, Collectors.toList())));
        memory.putAll(byLifetime.get(true), true, CHARACTERS);
        memory.putAll(byLifetime.get(false), true, OTHERS);
    }

    private List<EntityUpdated> read(byte[] body) throws EsiUnavailableException {
        Instant now = clock.instant();
        List<EntityUpdated> entities = new ArrayList<>();
        try {
            for (JsonNode entry : MessageJson.mapper().readTree(body)) {
                long id = entry.path("id").asLong();
                String name = entry.path("name").asText("");
                kind(entry.path("category").asText(""))
                        .filter(kind -> id > 0 && !name.isBlank())
                        .ifPresent(kind -> entities.add(new EntityUpdated(id, kind, name, null, now)));
            }
        } catch (IOException e) {
            throw new EsiUnavailableException("unreachable", PATH + " answers no JSON", AFTER_REFUSAL, e);
        }
        return entities;
    }

    /** Empty for systems, stations and types, which nobody on a killmail is. */
    private static Optional<EntityKind> kind(String category) {
        return switch (category) {
            case "character", "corporation", "alliance", "faction" ->
                Optional.of(EntityKind.valueOf(category.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    private static EsiUnavailableException unexpected(String answer) {
        return new EsiUnavailableException("refused", PATH + " answers " + answer, AFTER_REFUSAL, null);
    }
}
