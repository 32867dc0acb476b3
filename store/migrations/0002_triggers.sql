-- The database refuses a quote that differs from its place. It compares bytes,
-- and with one block of a few KB: the cost does not grow with the document.
-- A start before the block's would count from the block's end in substr().

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

CREATE TRIGGER evidence_quote_insert BEFORE INSERT ON evidence
WHEN CAST(NEW.quote AS BLOB) IS NOT (
	SELECT substr(CAST(b.text AS BLOB), NEW.byte_start - b.byte_start + 1, length(CAST(NEW.quote AS BLOB)))
	FROM blocks b WHERE b.id = NEW.block_id AND b.byte_start <= NEW.byte_start)
BEGIN SELECT RAISE(ABORT, 'the quote of a piece of evidence differs from its place in the text'); END;

CREATE TRIGGER evidence_quote_update BEFORE UPDATE OF block_id, byte_start, quote ON evidence
WHEN CAST(NEW.quote AS BLOB) IS NOT (
	SELECT substr(CAST(b.text AS BLOB), NEW.byte_start - b.byte_start + 1, length(CAST(NEW.quote AS BLOB)))
	FROM blocks b WHERE b.id = NEW.block_id AND b.byte_start <= NEW.byte_start)
BEGIN SELECT RAISE(ABORT, 'the quote of a piece of evidence differs from its place in the text'); END;

CREATE TRIGGER numerals_quote_insert BEFORE INSERT ON numerals
WHEN CAST(NEW.quote AS BLOB) IS NOT (
	SELECT substr(CAST(b.text AS BLOB), NEW.byte_start - b.byte_start + 1, length(CAST(NEW.quote AS BLOB)))
	FROM blocks b WHERE b.id = NEW.block_id AND b.byte_start <= NEW.byte_start)
BEGIN SELECT RAISE(ABORT, 'the quote of a numeral differs from its place in the text'); END;

CREATE TRIGGER numerals_quote_update BEFORE UPDATE OF block_id, byte_start, quote ON numerals
WHEN CAST(NEW.quote AS BLOB) IS NOT (
	SELECT substr(CAST(b.text AS BLOB), NEW.byte_start - b.byte_start + 1, length(CAST(NEW.quote AS BLOB)))
	FROM blocks b WHERE b.id = NEW.block_id AND b.byte_start <= NEW.byte_start)
BEGIN SELECT RAISE(ABORT, 'the quote of a numeral differs from its place in the text'); END;

CREATE TRIGGER blocks_text_update BEFORE UPDATE OF document_id, byte_start, text ON blocks
BEGIN SELECT RAISE(ABORT, 'a stored text is never altered'); END;
