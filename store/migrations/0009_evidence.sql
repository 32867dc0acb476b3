-- A piece of evidence stands near its record mostly, whose character and line are
-- known: it is counted from there, not from where the block begins. What cannot be
-- read shows as a row without a place, and the others are shown.

DROP VIEW v_evidence;
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
