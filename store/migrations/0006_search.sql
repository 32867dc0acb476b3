-- The index of the full texts, one row a block: a token for each character, so that
-- a phrase finds any stretch of text. It holds no text of its own. Documents come
-- into it when someone searches, not when they are stored; the row numbers of one
-- that is gone are never used again.

CREATE VIRTUAL TABLE search USING fts4(content="", characters);

CREATE TABLE search_documents (
	document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
	first_row   INTEGER NOT NULL, -- of search: that of the document's first block
	first_block INTEGER NOT NULL,
	blocks      INTEGER NOT NULL  -- their ids follow each other, and so do the rows
) STRICT;
