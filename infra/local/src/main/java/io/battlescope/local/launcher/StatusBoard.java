package io.battlescope.local.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.status.ServiceStatus;
import io.battlescope.local.infrastructure.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Reads what the services report of themselves. */
record StatusBoard(int redisPort) {

    private static final int TIMEOUT_MILLIS = 2000;

    /** Empty as well while Redis is away. */
    List<ServiceStatus> reports() {
        if (!RedisServer.answers(redisPort)) {
            return List.of();
        }
        List<ServiceStatus> reports = new ArrayList<>();
        try (Jedis redis = new Jedis("127.0.0.1", redisPort, TIMEOUT_MILLIS)) {
            for (String key : redis.keys(ServiceStatus.KEY_PREFIX + "*")) {
                read(redis.get(key)).ifPresent(reports::add);
            }
        } catch (JedisException away) {
            return List.of();
        }
        return reports;
    }

    Optional<ServiceStatus> report(String service, long pid) {
        return reports().stream()
                .filter(report -> report.service().equals(service) && report.pid() == pid)
                .findFirst();
    }

    /** A report may expire between listing and reading; one that cannot be read is of another version. */
    private static Optional<ServiceStatus> read(String json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageJson.mapper().readValue(json, ServiceStatus.class));
        } catch (JsonProcessingException otherVersion) {
            return Optional.empty();
        }
    }
}
