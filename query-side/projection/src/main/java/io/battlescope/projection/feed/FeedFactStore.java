package io.battlescope.projection.feed;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.feed.RulesetVersion;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.sql.Upsert;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of what ingestion tells. A row gives way to a higher version only. */
@Component
class FeedFactStore {

    private static final Upsert<BackfillJob> BACKFILLS = Upsert.<BackfillJob>into("backfill_job")
            .column("job_id", "text", BackfillJob::jobId)
            .column("version", "int8", BackfillJob::version)
            .column("status", "text", job -> JsonName.of(job.status()))
            .column("created_at", "timestamptz", BackfillJob::createdAt)
            .column("job", "jsonb", JsonText::of)
            .onConflict("""
                    (job_id) do update set
                        (version, status, created_at, job)
                      = (excluded.version, excluded.status, excluded.created_at, excluded.job)
                    where excluded.version > backfill_job.version""");

    private static final Upsert<CompletenessDay> DAYS = Upsert.<CompletenessDay>into("completeness_day")
            .column("day", "date", CompletenessDay::day)
            .column("version", "int8", CompletenessDay::version)
            .column("known", "int8", CompletenessDay::known)
            .column("held", "int8", CompletenessDay::held)
            .column("refused", "int8", CompletenessDay::refused)
            .column("quarantined", "int8", CompletenessDay::quarantined)
            .column("missing", "int8", CompletenessDay::missing)
            .column("beyond", "int8", CompletenessDay::beyond)
            .column("source", "text", CompletenessDay::source)
            .column("compared_at", "timestamptz", CompletenessDay::comparedAt)
            .onConflict("""
                    (day) do update set
                        (version, known, held, refused, quarantined, missing, beyond, source, compared_at)
                      = (excluded.version, excluded.known, excluded.held, excluded.refused, excluded.quarantined,
                         excluded.missing, excluded.beyond, excluded.source, excluded.compared_at)
                    where excluded.version > completeness_day.version""");

    private static final Upsert<FeedGap> GAPS = Upsert.<FeedGap>into("feed_gap")
            .column("feed", "text", FeedGap::feed)
            .column("first_sequence", "int8", FeedGap::firstSequence)
            .column("last_sequence", "int8", FeedGap::lastSequence)
            .column("version", "int8", FeedGap::version)
            .column("status", "text", gap -> JsonName.of(gap.status()))
            .column("not_before", "timestamptz", FeedGap::notBefore)
            .column("not_after", "timestamptz", FeedGap::notAfter)
            .column("noticed_at", "timestamptz", FeedGap::noticedAt)
            .column("job_id", "text", FeedGap::jobId)
            .column("filled_at", "timestamptz", FeedGap::filledAt)
            .onConflict("""
                    (feed, first_sequence) do update set
                        (last_sequence, version, status, not_before, not_after, noticed_at, job_id, filled_at)
                      = (excluded.last_sequence, excluded.version, excluded.status, excluded.not_before,
                         excluded.not_after, excluded.noticed_at, excluded.job_id, excluded.filled_at)
                    where excluded.version > feed_gap.version""");

    /** A ruleset under its number never changes. */
    private static final Upsert<RulesetVersion> RULESETS = Upsert.<RulesetVersion>into("ruleset_version")
            .column("number", "int4", RulesetVersion::number)
            .column("ruleset", "jsonb", version -> JsonText.of(version.ruleset()))
            .column("actor", "text", RulesetVersion::actor)
            .column("reason", "text", RulesetVersion::reason)
            .column("act_id", "text", RulesetVersion::actId)
            .column("adopted_at", "timestamptz", RulesetVersion::adoptedAt)
            .onConflict("(number) do nothing");

    private final JdbcTemplate jdbc;

    FeedFactStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void writeBackfills(List<BackfillJob> jobs) {
        BACKFILLS.write(jdbc, jobs);
    }

    void writeDays(List<CompletenessDay> days) {
        DAYS.write(jdbc, days);
    }

    void writeGaps(List<FeedGap> gaps) {
        GAPS.write(jdbc, gaps);
    }

    void writeRulesets(List<RulesetVersion> rulesets) {
        RULESETS.write(jdbc, rulesets);
    }

    void clear() {
        jdbc.update("delete from backfill_job");
        jdbc.update("delete from completeness_day");
        jdbc.update("delete from feed_gap");
        jdbc.update("delete from ruleset_version");
    }
}
