package io.battlescope.ingestion.gap;

import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counters {@code gaps} and {@code gapsOpen}: ranges of the live feed that were ever lost, and those that history has not filled. */
@Component
class GapStatus implements StatusSource {

    private final FeedGaps gaps;

    GapStatus(FeedGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public ServiceReport report() {
        try {
            return new ServiceReport(
                    Map.of("gaps", gaps.count(), "gapsOpen", (long) gaps.open().size()), Map.of());
        } catch (DataAccessException e) {
            return new ServiceReport(
                    Map.of(), Map.of("gapsError", e.getMostSpecificCause().getMessage()));
        }
    }
}
