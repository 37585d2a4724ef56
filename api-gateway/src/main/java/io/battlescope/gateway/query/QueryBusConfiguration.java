package io.battlescope.gateway.query;

import io.battlescope.api.universe.Universe;
import io.battlescope.gateway.GatewayProperties;
import io.battlescope.view.QueryHandlers;
import javax.sql.DataSource;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the bus by hand: without Axon Server queries stay in the process, and a few lines need no auto-configuration. */
@Configuration(proxyBeanMethods = false)
class QueryBusConfiguration {

    @Bean
    QueryGateway queryGateway(DataSource queryDb) {
        LivingTables tables = new LivingTables(queryDb);
        SimpleQueryBus bus = SimpleQueryBus.builder().build();
        bus.registerHandlerInterceptor((unitOfWork, handling) -> tables.forOneQuestion(handling::proceed));
        QueryHandlers.subscribe(bus, tables, Universe.load());
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    @Bean
    Asker asker(QueryGateway queryGateway, GatewayProperties properties) {
        return new Asker(queryGateway, properties.answerSharing(), properties.queryTimeout());
    }
}
