package io.battlescope.gateway.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses by itself, such as an illegal character in a URL, never reaches Spring; it is a problem all the same. */
public class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemCode code = response.getStatus() < 500 ? ProblemCode.REQUEST_INVALID : ProblemCode.INTERNAL;
        String traceId = UUID.randomUUID().toString().replace("-", "");
        if (throwable != null) {
            log.warn("Refused by the container, trace {}: {}", traceId, throwable.toString());
        }
        Problem problem = Problem.of(
                code,
                code == ProblemCode.INTERNAL ? "Something went wrong on our side." : "The request cannot be read.",
                request.getRequestURI(),
                traceId,
                List.of());
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getReporter().write(JSON.writeValueAsString(problem));
        } catch (IOException | IllegalStateException e) {
            log.debug("The caller went away before its problem was told", e);
        }
    }
}
