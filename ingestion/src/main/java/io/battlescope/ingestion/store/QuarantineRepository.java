package io.battlescope.ingestion.store;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuarantineRepository extends Repository<QuarantinedPayload, QuarantinedPayload.Place> {

    void saveAll(Iterable<QuarantinedPayload> payloads);

    @Query("select q.place.position from QuarantinedPayload q where q.place.source = :source"
            + " and q.place.position in :positions")
    List<Long> positionsPresent(String source, Collection<Long> positions);

    @Query("select new io.battlescope.ingestion.store.CodeCount(q.code, count(q))"
            + " from QuarantinedPayload q where q.releasedAt is null group by q.code")
    List<CodeCount> countByCode();
}
