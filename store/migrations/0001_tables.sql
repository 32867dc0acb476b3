-- The tables are the project's own to shape; downstream tools read the views.
--
-- A text is stored once, as the blocks that join to it. A statement is a range
-- of its block, a section is the block of a heading, and every quote stands with
-- the byte it begins at: its end, in bytes and in characters, follows from its
-- length and is not stored a second time.
--
-- Columns named block_id have no foreign key: a quote's trigger looks its block
-- up anyway, and a key would search every quote for every block that is deleted.

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
) STRICT;
CREATE INDEX documents_text ON documents (text_sha256);

CREATE TABLE paths (
	path        TEXT PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
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
) STRICT;
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
) STRICT;
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

CREATE TABLE evidence (
	record_id  INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
	number     INTEGER NOT NULL, -- from 1, by place
	role       TEXT NOT NULL,
	block_id   INTEGER NOT NULL,
	byte_start INTEGER NOT NULL,
	char_start INTEGER NOT NULL,
	line       INTEGER NOT NULL,
	quote      TEXT NOT NULL,
	PRIMARY KEY (record_id, number)
) STRICT, WITHOUT ROWID;

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
	char_start  INTEGER NOT NULL,
	block_id    INTEGER NOT NULL,
	quote       TEXT NOT NULL,
	disposition TEXT NOT NULL, -- figure, date, …, set_aside, unexplained
	record_id   INTEGER REFERENCES records ON DELETE SET NULL,
	reason      TEXT,
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

-- Reviews are keyed by what was judged, not by its row, and outlive it.
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
	at          TEXT NOT NULL,
	CHECK ((record_key IS NULL) <> (finding_key IS NULL))
) STRICT;
CREATE INDEX reviews_record ON reviews (record_key) WHERE record_key IS NOT NULL;
CREATE INDEX reviews_finding ON reviews (finding_key) WHERE finding_key IS NOT NULL;

-- A figure as a reviewer would have it: one that was corrected, or one that was
-- missed and put in. It is a whole figure with its own place, so that it stands
-- when the record it corrects is gone.
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
