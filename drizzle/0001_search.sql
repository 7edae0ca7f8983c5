CREATE VIRTUAL TABLE search_index USING fts5(name, place, body, content='', contentless_delete=1, prefix='1 2', tokenize='ascii');
--> statement-breakpoint
CREATE TABLE search_subject (
	row INTEGER PRIMARY KEY,
	subject TEXT NOT NULL,
	subject_id TEXT NOT NULL,
	UNIQUE (subject, subject_id)
);
--> statement-breakpoint
CREATE TABLE search_term (term TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
