package io.battlescope.kit.status;

import io.battlescope.api.processor.ProcessorReport;
import java.util.List;

/** Provided as a bean by a service that runs event processors; asked once a second, so it has to be cheap. */
@FunctionalInterface
public interface ProcessorSource {

    List<ProcessorReport> processors();
}
