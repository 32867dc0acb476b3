-- What the migrations come to, written by go generate ./store.

CREATE TABLE documents (
	id          INTEGER PRIMARY KEY,
	sha256      TEXT NOT NULL UNIQUE, -- of the source file
	text_sha256 TEXT NOT NULL,        -- of the text
	media_type  TEXT NOT NULL,
	encoding    TEXT NOT NULL,
	reader      TEXT NOT NULL,
	bytes       INTEGER NOT NULL,     -- of the source file
	title       TEXT,
	region      TEXT,
	issuer      TEXT,
	doc_number  TEXT,
	issued_on   TEXT,
	period      TEXT,
	status      TEXT,
	record_id   INTEGER,              -- the record that holds the evidence of these fields
	ingested_at TEXT NOT NULL,
	ruleset     TEXT NOT NULL
, figures     INTEGER NOT NULL DEFAULT 0, targets     INTEGER NOT NULL DEFAULT 0, dates       INTEGER NOT NULL DEFAULT 0, departments INTEGER NOT NULL DEFAULT 0, projects    INTEGER NOT NULL DEFAULT 0, numerals    INTEGER NOT NULL DEFAULT 0, unexplained INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX documents_text ON documents (text_sha256);

CREATE TABLE paths (
	path        TEXT PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE
, found_at TEXT) STRICT, WITHOUT ROWID;

CREATE INDEX paths_document ON paths (document_id);

CREATE TABLE pages (
	document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
	byte_start  INTEGER NOT NULL,
	number      INTEGER NOT NULL, -- from 1
	PRIMARY KEY (document_id, byte_start, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
	id          INTEGER PRIMARY KEY, -- in the order of the text
	document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
	byte_start  INTEGER NOT NULL,
	kind        TEXT NOT NULL,
	level       INTEGER NOT NULL,    -- of a heading, 1 the highest; 0 otherwise
	parent_id   INTEGER,             -- the heading above
	section     TEXT,                -- of a heading: it and those above, joined by ' > '
	text        TEXT NOT NULL
, char_start INTEGER NOT NULL DEFAULT 0, line       INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE INDEX blocks_document ON blocks (document_id);

CREATE TABLE records (
	id              INTEGER PRIMARY KEY,
	document_id     INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
	type            TEXT NOT NULL, -- figure, date, department, project, document
	key             TEXT NOT NULL,
	block_id        INTEGER NOT NULL,
	byte_start      INTEGER NOT NULL,
	char_start      INTEGER NOT NULL,
	line            INTEGER NOT NULL,
	quote           TEXT NOT NULL,
	statement_start INTEGER NOT NULL, -- bytes, in the same block
	statement_end   INTEGER NOT NULL,
	section_id      INTEGER,          -- the heading's block
	rule            TEXT NOT NULL,
	confidence      REAL NOT NULL
, evidence TEXT NOT NULL DEFAULT '[]') STRICT;

CREATE INDEX records_document ON records (document_id);

CREATE TABLE figures (
	record_id      INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,
	indicator      TEXT NOT NULL,
	indicator_id   TEXT,
	value          REAL NOT NULL,
	value_max      REAL,
	comparator     TEXT NOT NULL,
	unit           TEXT NOT NULL,
	value_base     REAL NOT NULL,
	value_base_max REAL,
	unit_base      TEXT NOT NULL,
	measure        TEXT NOT NULL,
	per            TEXT,
	kind           TEXT NOT NULL,
	scope          TEXT,
	time           TEXT,
	time_first     INTEGER,
	time_last      INTEGER,
	nature         TEXT
) STRICT;

CREATE TABLE dates (
	record_id INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,
	edtf      TEXT NOT NULL,
	first_day TEXT,
	last_day  TEXT
) STRICT;

CREATE TABLE departments (
	record_id      INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,
	name           TEXT NOT NULL,
	canonical_name TEXT NOT NULL,
	role           TEXT NOT NULL,
	task           TEXT
) STRICT;

CREATE TABLE projects (
	record_id INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,
	name      TEXT NOT NULL,
	category  TEXT NOT NULL,
	status    TEXT NOT NULL
) STRICT;

CREATE TABLE links (
	record_id INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
	linked_id INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
	role      TEXT NOT NULL,
	PRIMARY KEY (record_id, linked_id, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_linked ON links (linked_id);

CREATE TABLE numerals (
	document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
	byte_start  INTEGER NOT NULL,
	block_id    INTEGER NOT NULL,
	disposition TEXT NOT NULL, -- figure, date, …, set_aside, unexplained
	record_id   INTEGER REFERENCES records ON DELETE SET NULL,
	reason      TEXT, bytes INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (document_id, byte_start)
) STRICT, WITHOUT ROWID;

CREATE INDEX numerals_record ON numerals (record_id) WHERE record_id IS NOT NULL;

CREATE TABLE failures (
	path    TEXT PRIMARY KEY,
	sha256  TEXT, -- null where the file could not be read
	stage   TEXT NOT NULL,
	message TEXT NOT NULL,
	at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
	id          INTEGER PRIMARY KEY,
	key         TEXT NOT NULL,
	document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
	kind        TEXT NOT NULL,
	severity    TEXT NOT NULL,
	message     TEXT NOT NULL,
	message_en  TEXT NOT NULL,
	arithmetic  TEXT
) STRICT;

CREATE INDEX findings_document ON findings (document_id);

CREATE TABLE finding_records (
	finding_id INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
	number     INTEGER NOT NULL,
	record_id  INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
	PRIMARY KEY (finding_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_records_record ON finding_records (record_id);

CREATE TABLE reviews (
	id          INTEGER PRIMARY KEY,
	record_key  TEXT,
	finding_key TEXT,
	verdict     TEXT NOT NULL,
	judged      TEXT NOT NULL, -- JSON: the fields as they were when judged
	corrected   TEXT,          -- JSON
	stale       INTEGER NOT NULL DEFAULT 0,
	note        TEXT,
	reviewer    TEXT NOT NULL,
	at          TEXT NOT NULL, key         TEXT, undoes      TEXT, type        TEXT, text_sha256 TEXT, byte_start  INTEGER, quote       TEXT, statement   TEXT, own_value   INTEGER NOT NULL DEFAULT 0, gone        INTEGER NOT NULL DEFAULT 0, stands      INTEGER NOT NULL DEFAULT 0,
	CHECK ((record_key IS NULL) <> (finding_key IS NULL))
) STRICT;

CREATE INDEX reviews_record ON reviews (record_key) WHERE record_key IS NOT NULL;

CREATE INDEX reviews_finding ON reviews (finding_key) WHERE finding_key IS NOT NULL;

CREATE TABLE reviewed_figures (
	review_id      INTEGER PRIMARY KEY REFERENCES reviews ON DELETE CASCADE,
	text_sha256    TEXT NOT NULL,
	section        TEXT,
	statement      TEXT NOT NULL,
	byte_start     INTEGER NOT NULL,
	char_start     INTEGER NOT NULL,
	line           INTEGER NOT NULL,
	quote          TEXT NOT NULL,
	indicator      TEXT NOT NULL,
	indicator_id   TEXT,
	value          REAL NOT NULL,
	value_max      REAL,
	comparator     TEXT NOT NULL,
	unit           TEXT NOT NULL,
	value_base     REAL NOT NULL,
	value_base_max REAL,
	unit_base      TEXT NOT NULL,
	measure        TEXT NOT NULL,
	per            TEXT,
	kind           TEXT NOT NULL,
	scope          TEXT,
	time           TEXT,
	time_first     INTEGER,
	time_last      INTEGER,
	nature         TEXT
) STRICT;

CREATE INDEX reviewed_figures_text ON reviewed_figures (text_sha256);

CREATE TRIGGER records_quote_insert BEFORE INSERT ON records
WHEN CAST(NEW.quote AS BLOB) IS NOT (
	SELECT substr(CAST(b.text AS BLOB), NEW.byte_start - b.byte_start + 1, length(CAST(NEW.quote AS BLOB)))
	FROM blocks b WHERE b.id = NEW.block_id AND b.byte_start <= NEW.byte_start)
BEGIN SELECT RAISE(ABORT, 'the quote of a record differs from its place in the text'); END;

CREATE TRIGGER records_quote_update BEFORE UPDATE OF block_id, byte_start, quote ON records
WHEN CAST(NEW.quote AS BLOB) IS NOT (
	SELECT substr(CAST(b.text AS BLOB), NEW.byte_start - b.byte_start + 1, length(CAST(NEW.quote AS BLOB)))
	FROM blocks b WHERE b.id = NEW.block_id AND b.byte_start <= NEW.byte_start)
BEGIN SELECT RAISE(ABORT, 'the quote of a record differs from its place in the text'); END;

CREATE VIEW v_documents AS
SELECT d.id AS document_id,
	(SELECT min(p.path) FROM paths p WHERE p.document_id = d.id) AS path,
	d.sha256, d.media_type, d.encoding, d.reader, d.bytes,
	d.title, d.region, d.issuer, d.doc_number, d.issued_on, d.period, d.status,
	d.ingested_at, d.ruleset, d.text_sha256, d.record_id
FROM documents d;

CREATE VIEW v_texts AS
SELECT d.id AS document_id,
	coalesce((SELECT group_concat(text, '')
		FROM (SELECT b.text FROM blocks b WHERE b.document_id = d.id ORDER BY b.byte_start)), '') AS text
FROM documents d;

CREATE VIEW v_records AS
SELECT r.id AS record_id, r.key AS record_key, r.type, r.document_id,
	(SELECT min(p.path) FROM paths p WHERE p.document_id = r.document_id) AS path,
	coalesce(s.section, '') AS section,
	CAST(substr(CAST(b.text AS BLOB), r.statement_start - b.byte_start + 1, r.statement_end - r.statement_start) AS TEXT) AS statement,
	r.char_start, r.char_start + length(r.quote) AS char_end,
	r.byte_start, r.byte_start + length(CAST(r.quote AS BLOB)) AS byte_end,
	r.line, r.quote, r.rule, r.confidence
FROM records r
LEFT JOIN blocks b ON b.id = r.block_id
LEFT JOIN blocks s ON s.id = r.section_id;

CREATE VIEW v_figures AS
SELECT r.record_id, r.record_key, r.document_id, r.path, r.section, r.statement,
	r.char_start, r.char_end, r.byte_start, r.byte_end, r.line, r.quote, r.rule, r.confidence,
	f.indicator, f.indicator_id, f.value, f.value_max, f.comparator, f.unit,
	f.value_base, f.value_base_max, f.unit_base, f.measure, f.per, f.kind, f.scope,
	f.time, f.time_first, f.time_last, f.nature
FROM figures f JOIN v_records r ON r.record_id = f.record_id;

CREATE VIEW v_targets AS
SELECT * FROM v_figures WHERE kind = 'target';

CREATE VIEW v_dates AS
SELECT r.record_id, r.record_key, r.document_id, r.path, r.section, r.statement,
	r.char_start, r.char_end, r.byte_start, r.byte_end, r.line, r.quote, r.rule, r.confidence,
	d.edtf, d.first_day, d.last_day
FROM dates d JOIN v_records r ON r.record_id = d.record_id;

CREATE VIEW v_departments AS
SELECT r.record_id, r.record_key, r.document_id, r.path, r.section, r.statement,
	r.char_start, r.char_end, r.byte_start, r.byte_end, r.line, r.quote, r.rule, r.confidence,
	d.name, d.canonical_name, d.role, d.task
FROM departments d JOIN v_records r ON r.record_id = d.record_id;

CREATE VIEW v_projects AS
SELECT r.record_id, r.record_key, r.document_id, r.path, r.section, r.statement,
	r.char_start, r.char_end, r.byte_start, r.byte_end, r.line, r.quote, r.rule, r.confidence,
	p.name, p.category, p.status
FROM projects p JOIN v_records r ON r.record_id = p.record_id;

CREATE VIEW v_links AS
SELECT record_id, linked_id, role FROM links;

CREATE VIEW v_failures AS
SELECT path, sha256, stage, message, at FROM failures;

CREATE VIEW v_findings AS
SELECT f.id AS finding_id, f.key AS finding_key, f.kind, f.severity, f.message, f.message_en, f.arithmetic, f.document_id,
	'[' || coalesce((SELECT group_concat(record_id, ',')
		FROM (SELECT n.record_id FROM finding_records n WHERE n.finding_id = f.id ORDER BY n.number)), '') || ']' AS record_ids
FROM findings f;

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

CREATE UNIQUE INDEX reviews_key ON reviews (key) WHERE key IS NOT NULL;

CREATE INDEX reviews_undoes ON reviews (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX reviews_text ON reviews (text_sha256) WHERE text_sha256 IS NOT NULL;

CREATE INDEX findings_key ON findings (key);

CREATE TRIGGER reviews_stand AFTER INSERT ON reviews BEGIN
	UPDATE reviews SET stands = id IS (
		SELECT r.id FROM reviews r
		WHERE (r.record_key = NEW.record_key OR r.finding_key = NEW.finding_key) AND r.verdict <> 'undone'
		AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.key)
		ORDER BY r.at DESC, r.key DESC, r.id DESC LIMIT 1)
	WHERE record_key = NEW.record_key OR finding_key = NEW.finding_key;
END;

CREATE VIEW v_reviews AS
SELECT record_key, finding_key, verdict, judged, corrected, stale, note, reviewer, at, id AS review_id,
	type, quote, statement, own_value,
	CASE WHEN finding_key IS NULL THEN gone ELSE NOT EXISTS (SELECT 1 FROM findings f WHERE f.key = finding_key) END AS gone
FROM reviews WHERE stands;

CREATE VIEW v_figures_reviewed AS
SELECT f.* FROM v_figures f
WHERE NOT EXISTS (SELECT 1 FROM reviews v WHERE v.record_key = f.record_key AND v.stands
	AND (v.verdict IN ('wrong', 'corrected') OR EXISTS (SELECT 1 FROM reviewed_figures c WHERE c.review_id = v.id)))
UNION ALL
SELECT r.id, v.record_key, d.id, (SELECT min(p.path) FROM paths p WHERE p.document_id = d.id),
	coalesce(c.section, ''), c.statement,
	c.char_start, c.char_start + length(c.quote),
	c.byte_start, c.byte_start + length(CAST(c.quote AS BLOB)),
	c.line, c.quote, coalesce(r.rule, 'reviewer'), coalesce(r.confidence, 1.0),
	c.indicator, c.indicator_id, c.value, c.value_max, c.comparator, c.unit,
	c.value_base, c.value_base_max, c.unit_base, c.measure, c.per, c.kind, c.scope,
	c.time, c.time_first, c.time_last, c.nature
FROM reviews v
JOIN reviewed_figures c ON c.review_id = v.id
JOIN documents d ON d.text_sha256 = c.text_sha256
LEFT JOIN records r ON r.document_id = d.id AND r.key = v.record_key AND r.type = 'figure'
WHERE v.stands AND v.verdict <> 'wrong';

CREATE TABLE search_documents (
	document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
	first_row   INTEGER NOT NULL, -- of search: that of the document's first block
	first_block INTEGER NOT NULL,
	blocks      INTEGER NOT NULL  -- their ids follow each other, and so do the rows
) STRICT;

CREATE VIEW v_paths AS
SELECT document_id, path, found_at FROM paths;

CREATE TRIGGER blocks_text_update BEFORE UPDATE OF document_id, byte_start, char_start, line, text ON blocks
BEGIN SELECT RAISE(ABORT, 'a stored text is never altered'); END;

CREATE VIEW v_numerals AS
SELECT n.document_id,
	CAST(b.char_start + length(CAST(substr(CAST(b.text AS BLOB), 1, n.byte_start - b.byte_start) AS TEXT)) AS INTEGER) AS char_start,
	b.char_start + length(CAST(substr(CAST(b.text AS BLOB), 1, n.byte_start - b.byte_start + n.bytes) AS TEXT)) AS char_end,
	n.byte_start, n.byte_start + n.bytes AS byte_end,
	CAST(substr(CAST(b.text AS BLOB), n.byte_start - b.byte_start + 1, n.bytes) AS TEXT) AS quote,
	n.disposition, n.record_id, n.reason
FROM numerals n LEFT JOIN blocks b ON b.id = n.block_id;

CREATE VIEW v_evidence AS
WITH listed AS (
	SELECT r.*, CASE e.type WHEN 'array' THEN e.value END AS piece
	FROM records r JOIN json_each(CASE WHEN json_valid(r.evidence) THEN r.evidence ELSE '[null]' END) e),
pieces AS (
	SELECT *, CAST(json_extract(piece, '$[0]') AS TEXT) AS role, json_extract(piece, '$[1]') AS block,
		json_extract(piece, '$[2]') AS start, json_extract(piece, '$[3]') AS bytes
	FROM listed),
placed AS (
	SELECT p.id AS record_id, p.document_id, p.role, p.start, p.bytes,
		CAST(b.text AS BLOB) AS text, b.byte_start AS text_start,
		CASE b.id WHEN p.block_id THEN p.byte_start - b.byte_start ELSE 0 END AS known, -- a byte of the block
		CASE b.id WHEN p.block_id THEN p.char_start ELSE b.char_start END AS known_char,
		CASE b.id WHEN p.block_id THEN p.line ELSE b.line END AS known_line
	FROM pieces p LEFT JOIN blocks b ON b.id = p.block_id + p.block AND p.start >= 0 AND p.bytes > 0),
quoted AS (
	SELECT *, CAST(substr(text, start + 1, bytes) AS TEXT) AS quote,
		CAST(substr(text, known + 1, start - known) AS TEXT) AS passed, -- what lies between, on either side
		CASE WHEN start < known THEN -1 ELSE 1 END AS way
	FROM placed)
SELECT record_id, role,
	CAST(known_char + way * length(passed) AS INTEGER) AS char_start,
	known_char + way * length(passed) + length(quote) AS char_end,
	CAST(text_start + start AS INTEGER) AS byte_start,
	text_start + start + bytes AS byte_end,
	CAST(known_line + way * (length(passed) - length(replace(passed, char(10), ''))) AS INTEGER) AS line,
	(SELECT p.number FROM pages p WHERE p.document_id = quoted.document_id AND p.byte_start <= text_start + start
		ORDER BY p.byte_start DESC, p.number DESC LIMIT 1) AS page,
	quote
FROM quoted;

CREATE VIRTUAL TABLE search USING fts4(content="", characters);
