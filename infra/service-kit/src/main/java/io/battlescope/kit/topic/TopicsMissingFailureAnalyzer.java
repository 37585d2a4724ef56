package io.battlescope.kit.topic;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class TopicsMissingFailureAnalyzer extends AbstractFailureAnalyzer<TopicsMissingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TopicsMissingException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
