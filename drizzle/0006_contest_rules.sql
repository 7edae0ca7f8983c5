-- What was said and submitted stays as it was.
CREATE TRIGGER statements_stay BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements: a wording is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER edition_versions_stay BEFORE UPDATE ON edition_versions BEGIN SELECT RAISE(ABORT, 'editions: a version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER entry_numbers_stay BEFORE UPDATE OF number ON entries WHEN OLD.number IS NOT NULL AND NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'entries: a number is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER film_originals_stay BEFORE UPDATE OF sha256, bytes, key ON films WHEN NEW.sha256 <> OLD.sha256 OR NEW.bytes <> OLD.bytes BEGIN SELECT RAISE(ABORT, 'films: an original is never changed'); END;
--> statement-breakpoint
-- Search of entries as in the studio's lists; rowid is entries.row.
CREATE VIRTUAL TABLE entry_index USING fts5(name, people, content='', contentless_delete=1, prefix='1 2', tokenize='ascii');
--> statement-breakpoint
-- Entries of the same telephone number, however it was spaced.
CREATE INDEX entries_phone ON entries (replace(replace(content ->> '$.contact.phone', ' ', ''), '-', ''));
