-- The views are the public contract: their columns stay.

CREATE VIEW v_documents AS
SELECT d.id AS document_id,
	(SELECT min(p.path) FROM paths p WHERE p.document_id = d.id) AS path,
	d.sha256, d.media_type, d.encoding, d.reader, d.bytes,
	d.title, d.region, d.issuer, d.doc_number, d.issued_on, d.period, d.status,
	d.ingested_at, d.ruleset, d.text_sha256, d.record_id
FROM documents d;

CREATE VIEW v_paths AS
SELECT document_id, path FROM paths;

CREATE VIEW v_texts AS
SELECT d.id AS document_id,
	coalesce((SELECT group_concat(text, '')
		FROM (SELECT b.text FROM blocks b WHERE b.document_id = d.id ORDER BY b.byte_start)), '') AS text
FROM documents d;

-- What every record has; the record views add their own columns behind it.
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

CREATE VIEW v_evidence AS
SELECT e.record_id, e.role,
	e.char_start, e.char_start + length(e.quote) AS char_end,
	e.byte_start, e.byte_start + length(CAST(e.quote AS BLOB)) AS byte_end,
	e.line,
	(SELECT p.number FROM pages p WHERE p.document_id = r.document_id AND p.byte_start <= e.byte_start
		ORDER BY p.byte_start DESC, p.number DESC LIMIT 1) AS page,
	e.quote
FROM evidence e JOIN records r ON r.id = e.record_id;

CREATE VIEW v_links AS
SELECT record_id, linked_id, role FROM links;

CREATE VIEW v_numerals AS
SELECT document_id,
	char_start, char_start + length(quote) AS char_end,
	byte_start, byte_start + length(CAST(quote AS BLOB)) AS byte_end,
	quote, disposition, record_id, reason
FROM numerals;

CREATE VIEW v_failures AS
SELECT path, sha256, stage, message, at FROM failures;

CREATE VIEW v_findings AS
SELECT f.id AS finding_id, f.key AS finding_key, f.kind, f.severity, f.message, f.message_en, f.arithmetic, f.document_id,
	'[' || coalesce((SELECT group_concat(record_id, ',')
		FROM (SELECT n.record_id FROM finding_records n WHERE n.finding_id = f.id ORDER BY n.number)), '') || ']' AS record_ids
FROM findings f;

CREATE VIEW v_reviews AS
SELECT r.record_key, r.finding_key, r.verdict, r.judged, r.corrected, r.stale, r.note, r.reviewer, r.at, r.id AS review_id
FROM reviews r
WHERE NOT EXISTS (SELECT 1 FROM reviews later
	WHERE (later.record_key = r.record_key OR later.finding_key = r.finding_key)
	AND (later.at > r.at OR later.at = r.at AND later.id > r.id));

CREATE VIEW v_figures_reviewed AS
SELECT f.* FROM v_figures f
WHERE NOT EXISTS (SELECT 1 FROM v_reviews v
	WHERE v.record_key = f.record_key AND v.verdict IN ('wrong', 'corrected'))
UNION ALL
SELECT r.id, v.record_key, d.id, (SELECT min(p.path) FROM paths p WHERE p.document_id = d.id),
	c.section, c.statement,
	c.char_start, c.char_start + length(c.quote),
	c.byte_start, c.byte_start + length(CAST(c.quote AS BLOB)),
	c.line, c.quote, coalesce(r.rule, 'reviewer'), coalesce(r.confidence, 1.0),
	c.indicator, c.indicator_id, c.value, c.value_max, c.comparator, c.unit,
	c.value_base, c.value_base_max, c.unit_base, c.measure, c.per, c.kind, c.scope,
	c.time, c.time_first, c.time_last, c.nature
FROM v_reviews v
JOIN reviewed_figures c ON c.review_id = v.review_id
JOIN documents d ON d.text_sha256 = c.text_sha256
LEFT JOIN records r ON r.document_id = d.id AND r.key = v.record_key AND r.type = 'figure';
