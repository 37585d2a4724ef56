package io.battlescope.kit.topic;

import io.battlescope.api.topic.Topic;
import java.util.Set;

/** The topics a service cannot work without; declare one as a bean and start-up checks them. */
public record RequiredTopics(Set<Topic> topics) {

    public static RequiredTopics of(Topic... topics) {
        return new RequiredTopics(Set.of(topics));
    }
}
