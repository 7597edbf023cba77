-- PostgreSQL's planner keeps samples of what columns hold, in pg_statistic, where no retention of ours reaches. Of what
-- citizens wrote it keeps none; and of what no question compares, nothing that would be sorted anew while a crowd writes.
alter table inbox
    alter column key set statistics 0,
    alter column headers set statistics 0,
    alter column value set statistics 0,
    alter column request_hash set statistics 0;
alter table quarantine alter column payload set statistics 0;
