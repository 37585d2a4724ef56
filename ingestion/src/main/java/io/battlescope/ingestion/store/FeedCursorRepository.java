package io.battlescope.ingestion.store;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FeedCursorRepository extends Repository<FeedCursor, String> {

    FeedCursor save(FeedCursor cursor);

    List<FeedCursor> findAll();

    List<FeedCursor> findByFeedStartingWith(String prefix);

    /** Held until the transaction ends: two processes on one feed move it one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from FeedCursor c where c.feed = :feed")
    Optional<FeedCursor> lock(String feed);
}
