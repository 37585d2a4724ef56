package io.battlescope.kit.topic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/** Stops a service from starting into a broker that does not have what it needs, and says what is missing. */
record TopicCheck(RequiredTopics required, TopicNames names, KafkaConnectionDetails kafka) implements InitializingBean {

    private static final int TIMEOUT_SECONDS = 10;

    @Override
    public void afterPropertiesSet() throws InterruptedException {
        String servers = String.join(",", kafka.getBootstrapServers());
        Set<String> present = present(servers);
        List<String> missing = required.topics().stream()
                .map(names::of)
                .filter(topic -> !present.contains(topic))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw TopicsMissingException.missing(missing, servers);
        }
    }

    private static Set<String> present(String servers) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                // also bounds closing the client, which otherwise waits a minute for a broker that is not there
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_SECONDS * 1_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_SECONDS * 1_000))) {
            return admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw TopicsMissingException.unreachable(servers, e);
        }
    }
}
