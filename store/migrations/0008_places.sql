-- The evidence of a record lies in its row, each piece as the stretch of a block,
-- and the ledger has stretches, too. What they quote is read from the block, their
-- characters and lines are counted there: none of them can differ from the text.

DROP TRIGGER blocks_text_update;
ALTER TABLE blocks ADD COLUMN char_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN line       INTEGER NOT NULL DEFAULT 1; -- on which it begins
UPDATE blocks SET char_start = counted.chars, line = counted.feeds + 1
FROM (SELECT id, coalesce(sum(length(text)) OVER before, 0) AS chars,
		coalesce(sum(length(text) - length(replace(text, char(10), ''))) OVER before, 0) AS feeds
	FROM blocks WINDOW before AS (PARTITION BY document_id ORDER BY byte_start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) counted
WHERE counted.id = blocks.id;
CREATE TRIGGER blocks_text_update BEFORE UPDATE OF document_id, byte_start, char_start, line, text ON blocks
BEGIN SELECT RAISE(ABORT, 'a stored text is never altered'); END;

ALTER TABLE records ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]'; -- JSON, by place: [role, block counted from the record's, byte of that block, bytes]
UPDATE records SET evidence = (SELECT json_group_array(json_array(role, block, start, length))
	FROM (SELECT e.role, e.block_id - records.block_id AS block, e.byte_start - b.byte_start AS start, length(CAST(e.quote AS BLOB)) AS length
		FROM evidence e LEFT JOIN blocks b ON b.id = e.block_id
		WHERE e.record_id = records.id ORDER BY e.byte_start, e.number));

DROP VIEW v_evidence;
DROP TABLE evidence;

CREATE VIEW v_evidence AS
SELECT r.id AS record_id, CAST(json_extract(e.value, '$[0]') AS TEXT) AS role,
	CAST(b.char_start + length(CAST(substr(CAST(b.text AS BLOB), 1, json_extract(e.value, '$[2]')) AS TEXT)) AS INTEGER) AS char_start,
	b.char_start + length(CAST(substr(CAST(b.text AS BLOB), 1, json_extract(e.value, '$[2]') + json_extract(e.value, '$[3]')) AS TEXT)) AS char_end,
	CAST(b.byte_start + json_extract(e.value, '$[2]') AS INTEGER) AS byte_start,
	b.byte_start + json_extract(e.value, '$[2]') + json_extract(e.value, '$[3]') AS byte_end,
	CAST(b.line + length(CAST(substr(CAST(b.text AS BLOB), 1, json_extract(e.value, '$[2]')) AS TEXT))
		- length(replace(substr(CAST(b.text AS BLOB), 1, json_extract(e.value, '$[2]')), char(10), '')) AS INTEGER) AS line,
	(SELECT p.number FROM pages p WHERE p.document_id = r.document_id AND p.byte_start <= b.byte_start + json_extract(e.value, '$[2]')
		ORDER BY p.byte_start DESC, p.number DESC LIMIT 1) AS page,
	CAST(substr(CAST(b.text AS BLOB), json_extract(e.value, '$[2]') + 1, json_extract(e.value, '$[3]')) AS TEXT) AS quote
FROM records r JOIN json_each(r.evidence) e
LEFT JOIN blocks b ON b.id = r.block_id + json_extract(e.value, '$[1]') AND json_extract(e.value, '$[2]') >= 0 AND json_extract(e.value, '$[3]') > 0;

DROP TRIGGER numerals_quote_insert;
DROP TRIGGER numerals_quote_update;
DROP VIEW v_numerals;
ALTER TABLE numerals ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE numerals SET bytes = length(CAST(quote AS BLOB));
ALTER TABLE numerals DROP COLUMN quote;
ALTER TABLE numerals DROP COLUMN char_start;

CREATE VIEW v_numerals AS
SELECT n.document_id,
	CAST(b.char_start + length(CAST(substr(CAST(b.text AS BLOB), 1, n.byte_start - b.byte_start) AS TEXT)) AS INTEGER) AS char_start,
	b.char_start + length(CAST(substr(CAST(b.text AS BLOB), 1, n.byte_start - b.byte_start + n.bytes) AS TEXT)) AS char_end,
	n.byte_start, n.byte_start + n.bytes AS byte_end,
	CAST(substr(CAST(b.text AS BLOB), n.byte_start - b.byte_start + 1, n.bytes) AS TEXT) AS quote,
	n.disposition, n.record_id, n.reason
FROM numerals n LEFT JOIN blocks b ON b.id = n.block_id;
