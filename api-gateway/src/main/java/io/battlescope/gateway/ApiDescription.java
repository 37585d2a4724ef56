package io.battlescope.gateway;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.context.annotation.Configuration;

/** What the contract says of itself. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "BattleScope",
                        version = "v1",
                        description = """
                                Battles of EVE Online, found among its killmails. Ids are EVE's; ISK are numbers with two decimals, \
                                null where nobody knows them; times are UTC. Names and tickers of characters, corporations, \
                                alliances and factions are looked up beside the killmails: they are absent until they are \
                                known, and change when the game changes them. Unknown parameters are refused. `X-Data-As-Of` says \
                                what time an answer's data are of. Lists page by an opaque `cursor`. Fields are added without a \
                                new version: ignore those that you do not know.""",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "this server"))
@Configuration(proxyBeanMethods = false)
class ApiDescription {}
