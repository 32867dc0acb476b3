-- Databases are merged path by path: where two of them have a path with different
-- contents, the one that was found later counts.

ALTER TABLE paths ADD COLUMN found_at TEXT; -- when the content was first found under the path
UPDATE paths SET found_at = (SELECT d.ingested_at FROM documents d WHERE d.id = paths.document_id);

DROP VIEW v_paths;
CREATE VIEW v_paths AS
SELECT document_id, path, found_at FROM paths;
