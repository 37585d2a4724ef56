package io.battlescope.gateway.query;

import io.battlescope.api.universe.Universe;
import io.battlescope.gateway.GatewayProperties;
import io.battlescope.view.QueryHandlers;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the bus by hand: without Axon Server queries stay in the process, and three lines need no auto-configuration. */
@Configuration(proxyBeanMethods = false)
class QueryBusConfiguration {

    @Bean
    QueryGateway queryGateway(JdbcClient jdbc) {
        QueryBus bus = SimpleQueryBus.builder().build();
        QueryHandlers.subscribe(bus, jdbc, Universe.load());
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    @Bean
    Asker asker(QueryGateway queryGateway, GatewayProperties properties) {
        return new Asker(queryGateway, properties.answerSharing(), properties.queryTimeout());
    }
}
