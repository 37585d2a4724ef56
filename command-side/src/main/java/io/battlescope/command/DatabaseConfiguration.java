package io.battlescope.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.command.attribution.BattlesStore;
import io.battlescope.command.attribution.QuietTime;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two databases, each with its own migrations and transactions; nothing spans both. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 6;

    @Bean
    LinkageRule linkageRule(CommandSideProperties properties) {
        return properties.battle().linkage();
    }

    @Bean
    QuietTime quietTime(CommandSideProperties properties) {
        return new QuietTime(Math.toIntExact(properties.battle().quiet().toSeconds()));
    }

    @Bean
    DataSource eventsDb(CommandSideProperties properties) {
        return migrated(open("events", "BATTLESCOPE_EVENTS_DB_URL", properties.eventsDb()), "db/events");
    }

    @Bean
    DataSource battlesDb(CommandSideProperties properties) {
        return migrated(open("battles", "BATTLESCOPE_BATTLES_DB_URL", properties.battlesDb()), "db/battles");
    }

    @Bean
    PlatformTransactionManager eventsTransactions(@Qualifier("eventsDb") DataSource eventsDb) {
        return new JdbcTransactionManager(eventsDb);
    }

    @Bean
    TransactionTemplate battlesTransaction(@Qualifier("battlesDb") DataSource battlesDb) {
        return new TransactionTemplate(new JdbcTransactionManager(battlesDb));
    }

    @Bean
    BattlesStore battlesStore(@Qualifier("battlesDb") DataSource battlesDb) {
        return new BattlesStore(battlesDb);
    }

    private static HikariDataSource open(String name, String variable, CommandSideProperties.Database database) {
        if (database.url() == null) {
            throw new IllegalStateException("The command side needs a PostgreSQL database for its " + name + ": set "
                    + variable + " to its JDBC URL.");
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(10_000);
        // several rows travel as one statement, which is worth a third of the time of a batch
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // a process that hangs in the middle of a transaction must not keep its rows from the one that takes over;
        // longer than the wait
        // for the broker that a publisher's transaction includes
        config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=90000");
        return new HikariDataSource(config);
    }

    private static DataSource migrated(DataSource database, String migrations) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + migrations)
                .load()
                .migrate();
        return database;
    }
}
