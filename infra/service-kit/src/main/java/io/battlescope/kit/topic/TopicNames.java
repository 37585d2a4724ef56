package io.battlescope.kit.topic;

import io.battlescope.api.topic.Topic;

/** Names of the topics in this deployment; a prefix lets several share one broker. */
public record TopicNames(String prefix) {

    public String of(Topic topic) {
        return prefix + topic.topicName();
    }
}
