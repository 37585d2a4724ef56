package io.battlescope.projection.audit;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.JsonEventConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    ProjectionFeed auditFeed(Audit projection) {
        return new ProjectionFeed(
                projection,
                Topic.AUDIT_EVENTS,
                new JsonEventConverter<>(
                        ActOutcome.class, outcome -> "audit-" + outcome.actId() + "-" + outcome.part()));
    }
}
