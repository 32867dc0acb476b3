-- What was done to the database, when, and by which program: a row for each run
-- that wrote anything. One that was killed has no end.

CREATE TABLE runs (
	id        INTEGER PRIMARY KEY,
	command   TEXT NOT NULL,    -- ingest, reextract
	asked     TEXT NOT NULL,    -- JSON: what it was given
	folder    TEXT NOT NULL,    -- the current folder, from which paths are read
	program   TEXT NOT NULL,
	rules     INTEGER NOT NULL, -- their version
	ruleset   TEXT NOT NULL,
	begun_at  TEXT NOT NULL,
	ended_at  TEXT,
	outcome   TEXT,             -- done, interrupted, failed
	files     INTEGER,
	added     INTEGER,
	changed   INTEGER,
	moved     INTEGER,
	unchanged INTEGER,
	failed    INTEGER,
	skipped   INTEGER
) STRICT;

CREATE VIEW v_runs AS
SELECT id AS run_id, command, asked, folder, program, rules, ruleset, begun_at, ended_at,
	coalesce(outcome, 'unfinished') AS outcome,
	files, added, changed, moved, unchanged, failed, skipped
FROM runs;
