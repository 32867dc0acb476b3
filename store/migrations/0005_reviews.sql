-- Reviews that can be taken back, carried to another database and counted.

-- What a document gave, counted once when it is stored.
ALTER TABLE documents ADD COLUMN figures     INTEGER NOT NULL DEFAULT 0; -- targets among them
ALTER TABLE documents ADD COLUMN targets     INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN dates       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN departments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN projects    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN numerals    INTEGER NOT NULL DEFAULT 0; -- lines of the ledger
ALTER TABLE documents ADD COLUMN unexplained INTEGER NOT NULL DEFAULT 0; -- those among them that nothing explains
UPDATE documents SET
	figures     = (SELECT count(*) FROM records r WHERE r.document_id = documents.id AND r.type = 'figure'),
	targets     = (SELECT count(*) FROM records r JOIN figures f ON f.record_id = r.id WHERE r.document_id = documents.id AND f.kind = 'target'),
	dates       = (SELECT count(*) FROM records r WHERE r.document_id = documents.id AND r.type = 'date'),
	departments = (SELECT count(*) FROM records r WHERE r.document_id = documents.id AND r.type = 'department'),
	projects    = (SELECT count(*) FROM records r WHERE r.document_id = documents.id AND r.type = 'project'),
	numerals    = (SELECT count(*) FROM numerals n WHERE n.document_id = documents.id),
	unexplained = (SELECT count(*) FROM numerals n WHERE n.document_id = documents.id AND n.disposition = 'unexplained');

-- A review names what was judged by its key and says where it stood, so that it
-- can be read when the record or the whole document is gone.
ALTER TABLE reviews ADD COLUMN key         TEXT;    -- hash of all that the review says: the same in every database
ALTER TABLE reviews ADD COLUMN undoes      TEXT;    -- key of the review that this one takes back
ALTER TABLE reviews ADD COLUMN type        TEXT;    -- figure, date, department, project, document; finding
ALTER TABLE reviews ADD COLUMN text_sha256 TEXT;    -- of the document's text
ALTER TABLE reviews ADD COLUMN byte_start  INTEGER; -- of the record, null for a finding
ALTER TABLE reviews ADD COLUMN quote       TEXT;    -- of the record, or the finding's message
ALTER TABLE reviews ADD COLUMN statement   TEXT;
ALTER TABLE reviews ADD COLUMN own_value   INTEGER NOT NULL DEFAULT 0; -- 1: the corrected value is the reviewer's, the quote does not say it
ALTER TABLE reviews ADD COLUMN gone        INTEGER NOT NULL DEFAULT 0; -- 1: what was judged is not in this database now
ALTER TABLE reviews ADD COLUMN stands      INTEGER NOT NULL DEFAULT 0; -- 1: the latest on its record or finding that was not taken back
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
UPDATE reviews SET stands = id IS (
	SELECT r.id FROM reviews r WHERE r.record_key = reviews.record_key OR r.finding_key = reviews.finding_key
	ORDER BY r.at DESC, r.id DESC LIMIT 1);

DROP VIEW v_figures_reviewed;
DROP VIEW v_reviews;

CREATE VIEW v_reviews AS
SELECT record_key, finding_key, verdict, judged, corrected, stale, note, reviewer, at, id AS review_id,
	type, quote, statement, own_value,
	CASE WHEN finding_key IS NULL THEN gone ELSE NOT EXISTS (SELECT 1 FROM findings f WHERE f.key = finding_key) END AS gone
FROM reviews WHERE stands;

-- A review with a figure of its own, corrected or added, puts that in place of
-- what was extracted there, or where nothing was.
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
