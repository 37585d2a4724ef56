package io.battlescope.ingestion.feed;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class FeedMisconfiguredFailureAnalyzer extends AbstractFailureAnalyzer<FeedMisconfiguredException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FeedMisconfiguredException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
