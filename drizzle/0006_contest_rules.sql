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
--> statement-breakpoint
-- What the numbers of the media library are counted by, in one walk.
CREATE INDEX assets_counted ON assets (form, consent, trashed_at IS NULL, ((form <> 'document' AND alt_zh IS NULL) OR (form = 'audio' AND transcript_zh IS NULL) OR consent = 'needed'), id);
--> statement-breakpoint
-- What the office's list of entries is filtered and ordered by follows the entries.
INSERT INTO entry_lines (row, entry_id, edition_id, state, category, channel, town, unit, number, sort_key, submitted_at, decided_at) SELECT entries.row, entries.id, entries.edition_id, entries.state, entries.category_id, entries.channel, coalesce(entries.town, ''), coalesce(entries.unit, ''), entries.number, entries.sort_key, entries.submitted_at, entries.decided_at FROM entries WHERE entries.number IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER entries_lined AFTER INSERT ON entries WHEN NEW.number IS NOT NULL BEGIN INSERT INTO entry_lines (row, entry_id, edition_id, state, category, channel, town, unit, number, sort_key, submitted_at, decided_at) VALUES (NEW.row, NEW.id, NEW.edition_id, NEW.state, NEW.category_id, NEW.channel, coalesce(NEW.town, ''), coalesce(NEW.unit, ''), NEW.number, NEW.sort_key, NEW.submitted_at, NEW.decided_at) ON CONFLICT DO NOTHING; END;
--> statement-breakpoint
CREATE TRIGGER entries_relined AFTER UPDATE OF state, category_id, channel, town, unit, number, sort_key, title, title_en, submitted_at, decided_at, version, access_code ON entries WHEN NEW.number IS NOT NULL BEGIN INSERT INTO entry_lines (row, entry_id, edition_id, state, category, channel, town, unit, number, sort_key, submitted_at, decided_at) VALUES (NEW.row, NEW.id, NEW.edition_id, NEW.state, NEW.category_id, NEW.channel, coalesce(NEW.town, ''), coalesce(NEW.unit, ''), NEW.number, NEW.sort_key, NEW.submitted_at, NEW.decided_at) ON CONFLICT (row) DO UPDATE SET state = excluded.state, category = excluded.category, channel = excluded.channel, town = excluded.town, unit = excluded.unit, number = excluded.number, sort_key = excluded.sort_key, submitted_at = excluded.submitted_at, decided_at = excluded.decided_at, stale = stale | (NEW.version <> OLD.version OR NEW.category_id <> OLD.category_id) | 2 * (NEW.version <> OLD.version OR NEW.title <> OLD.title OR NEW.title_en IS NOT OLD.title_en OR NEW.unit IS NOT OLD.unit); END;
--> statement-breakpoint
CREATE TRIGGER entries_unlined AFTER DELETE ON entries BEGIN DELETE FROM entry_lines WHERE row = OLD.row; DELETE FROM entry_index WHERE rowid = OLD.row; END;
--> statement-breakpoint
CREATE TRIGGER entry_words_changed AFTER UPDATE OF content, files ON entry_versions BEGIN UPDATE entry_lines SET stale = stale | 3 WHERE entry_id = NEW.entry_id; END;
--> statement-breakpoint
CREATE TRIGGER entry_words_added AFTER INSERT ON entry_versions BEGIN UPDATE entry_lines SET stale = stale | 3 WHERE entry_id = NEW.entry_id; END;
--> statement-breakpoint
CREATE TRIGGER entry_files_added AFTER INSERT ON entry_files BEGIN UPDATE entry_lines SET stale = stale | 1 WHERE entry_id = NEW.entry_id; END;
--> statement-breakpoint
CREATE TRIGGER entry_files_removed AFTER UPDATE OF removed_at, film_id ON entry_files BEGIN UPDATE entry_lines SET stale = stale | 1 WHERE entry_id = NEW.entry_id; END;
--> statement-breakpoint
CREATE TRIGGER films_found_out AFTER UPDATE OF facts, state ON films BEGIN UPDATE entry_lines SET stale = stale | 1 WHERE entry_id IN (SELECT f.entry_id FROM entry_files f WHERE f.film_id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER twins_added AFTER INSERT ON twins BEGIN UPDATE entry_lines SET stale = stale | 1 WHERE entry_id IN (SELECT f.entry_id FROM entry_files f WHERE f.film_id IN (NEW.film_id, NEW.other_id)); END;
--> statement-breakpoint
CREATE TRIGGER twins_settled AFTER UPDATE OF settled, kind ON twins BEGIN UPDATE entry_lines SET stale = stale | 1 WHERE entry_id IN (SELECT f.entry_id FROM entry_files f WHERE f.film_id IN (NEW.film_id, NEW.other_id)); END;
--> statement-breakpoint
CREATE TRIGGER twins_gone AFTER DELETE ON twins BEGIN UPDATE entry_lines SET stale = stale | 1 WHERE entry_id IN (SELECT f.entry_id FROM entry_files f WHERE f.film_id IN (OLD.film_id, OLD.other_id)); END;
--> statement-breakpoint
CREATE TRIGGER editions_ruled AFTER UPDATE OF plan, closes_at ON editions BEGIN UPDATE entry_lines SET stale = stale | 1 WHERE edition_id = NEW.id; END;
