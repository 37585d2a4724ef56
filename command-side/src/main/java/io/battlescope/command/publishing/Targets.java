package io.battlescope.command.publishing;

import io.battlescope.api.topic.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that this service publishes to, by the name that admins know it by. */
final class Targets {

    private final Map<String, Publisher> publishers = new TreeMap<>();
    private final Map<String, Archive> archives = new TreeMap<>();

    Targets(Collection<Publisher> publishers, Collection<Archive> archives) {
        publishers.forEach(publisher -> this.publishers.put(publisher.name(), publisher));
        archives.forEach(archive -> this.archives.put(archive.processor(), archive));
    }

    Collection<Publisher> publishers() {
        return publishers.values();
    }

    Collection<Archive> archives() {
        return archives.values();
    }

    /** {@code null} when nothing is published by itself under the name. */
    Publisher publisher(String processor) {
        return publishers.get(processor);
    }

    /** {@code null} when nothing can be published again under the name. */
    Archive archive(String processor) {
        return archives.get(processor);
    }

    boolean isKnown(String processor) {
        return publishers.containsKey(processor) || archives.containsKey(processor);
    }

    /** Topics by processor. */
    Map<String, Topic> topics() {
        Map<String, Topic> topics = new TreeMap<>();
        publishers.values().forEach(publisher -> topics.put(publisher.name(), publisher.topic()));
        archives.values().forEach(archive -> topics.put(archive.processor(), archive.topic()));
        return topics;
    }

    Collection<Topic> allTopics() {
        return Stream.concat(
                        publishers.values().stream().map(Publisher::topic),
                        archives.values().stream().map(Archive::topic))
                .distinct()
                .toList();
    }
}
