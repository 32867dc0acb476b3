-- The index of the texts has simplified characters for traditional ones, as what is
-- searched for has: it begins anew.

DELETE FROM search_documents;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts4(content="", characters);
