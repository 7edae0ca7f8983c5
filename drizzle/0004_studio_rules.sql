-- Everything that stands gets its row in the studio's list, public or draft.
INSERT INTO items (noun, id, slug, title_zh, title_en, kind, category, town, place_id, state, live, updated_at, sort_key)
SELECT 'places', id, slug, name_zh, name_en, kind, category, town_slug, id, CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END, published_at, updated_at, sort_key FROM places;
--> statement-breakpoint
INSERT INTO items (noun, id, slug, title_zh, title_en, kind, state, live, updated_at, sort_key)
SELECT 'trails', id, slug, name_zh, name_en, mode, CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END, published_at, updated_at, slug FROM trails;
--> statement-breakpoint
INSERT INTO items (noun, id, slug, title_zh, title_en, kind, place_id, state, live, updated_at, sort_key)
SELECT 'articles', id, slug, title_zh, title_en, kind, place_id, CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END, published_at, updated_at, slug FROM articles;
--> statement-breakpoint
UPDATE honours SET published_at = unixepoch() * 1000;
--> statement-breakpoint
INSERT INTO items (noun, id, slug, title_zh, title_en, kind, category, place_id, state, live, updated_at, sort_key)
SELECT 'honours', id, 'honour-' || lower(id), title_zh, title_en, level, form, place_id, 'published', published_at, published_at, title_zh FROM honours;
--> statement-breakpoint
INSERT INTO items (noun, id, slug, title_zh, title_en, kind, state, live, updated_at, sort_key)
SELECT 'bases', slug, slug, name_zh, name_en, kind, CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END, published_at, updated_at, slug FROM bases;

--> statement-breakpoint
-- The chain only grows: no record is changed, removed, replaced or put in between.
CREATE TRIGGER audit_grows BEFORE INSERT ON audit WHEN NEW.seq <> coalesce((SELECT size FROM audit_tree), 0) + 1 OR EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'audit: records are only added at the end'); END;
--> statement-breakpoint
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit: a record is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit: a record is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_personal_stays BEFORE UPDATE ON audit_personal BEGIN SELECT RAISE(ABORT, 'audit: a personal value is kept or erased, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_grow BEFORE INSERT ON checkpoints WHEN EXISTS (SELECT 1 FROM checkpoints WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'audit: checkpoints only grow'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_stay BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'audit: a checkpoint is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_remain BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'audit: a checkpoint is never removed'); END;
--> statement-breakpoint
-- Bodies of articles become formatted texts: every paragraph of plain text is a paragraph of them.
UPDATE articles SET body_zh = (
	WITH RECURSIVE part(n, one, rest) AS (
		SELECT 0, '', replace(body_zh, char(13), '') || char(10, 10)
		UNION ALL
		SELECT n + 1, trim(replace(substr(rest, 1, instr(rest, char(10, 10)) - 1), char(10), ' ')), substr(rest, instr(rest, char(10, 10)) + 2) FROM part WHERE rest <> ''
	)
	SELECT json_object('type', 'doc', 'content', json_group_array(json_object('type', 'paragraph', 'content', json_array(json_object('type', 'text', 'text', one))))) FROM (SELECT one FROM part WHERE one <> '' ORDER BY n)
) WHERE body_zh IS NOT NULL;
--> statement-breakpoint
UPDATE articles SET body_en = (
	WITH RECURSIVE part(n, one, rest) AS (
		SELECT 0, '', replace(body_en, char(13), '') || char(10, 10)
		UNION ALL
		SELECT n + 1, trim(replace(substr(rest, 1, instr(rest, char(10, 10)) - 1), char(10), ' ')), substr(rest, instr(rest, char(10, 10)) + 2) FROM part WHERE rest <> ''
	)
	SELECT json_object('type', 'doc', 'content', json_group_array(json_object('type', 'paragraph', 'content', json_array(json_object('type', 'text', 'text', one))))) FROM (SELECT one FROM part WHERE one <> '' ORDER BY n)
) WHERE body_en IS NOT NULL;
--> statement-breakpoint
UPDATE articles SET body_en = NULL WHERE json_array_length(body_en, '$.content') = 0;
--> statement-breakpoint
-- How many things there are of each sort: counted once, then kept with every change.
INSERT INTO item_tally (noun, trashed, state, live, newer, kind, category, town, n) SELECT items.noun, items.trashed_at IS NOT NULL, items.state, items.live IS NOT NULL, items.live IS NOT NULL AND items.head > items.live_number, coalesce(items.kind, ''), coalesce(items.category, ''), coalesce(items.town, ''), count(*) FROM items GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
--> statement-breakpoint
CREATE TRIGGER items_counted AFTER INSERT ON items BEGIN INSERT INTO item_tally (noun, trashed, state, live, newer, kind, category, town, n) VALUES (NEW.noun, NEW.trashed_at IS NOT NULL, NEW.state, NEW.live IS NOT NULL, NEW.live IS NOT NULL AND NEW.head > NEW.live_number, coalesce(NEW.kind, ''), coalesce(NEW.category, ''), coalesce(NEW.town, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER items_moved AFTER UPDATE OF noun, trashed_at, state, live, head, live_number, kind, category, town ON items BEGIN UPDATE item_tally SET n = n - 1 WHERE (noun, trashed, state, live, newer, kind, category, town) = (OLD.noun, OLD.trashed_at IS NOT NULL, OLD.state, OLD.live IS NOT NULL, OLD.live IS NOT NULL AND OLD.head > OLD.live_number, coalesce(OLD.kind, ''), coalesce(OLD.category, ''), coalesce(OLD.town, '')); INSERT INTO item_tally (noun, trashed, state, live, newer, kind, category, town, n) VALUES (NEW.noun, NEW.trashed_at IS NOT NULL, NEW.state, NEW.live IS NOT NULL, NEW.live IS NOT NULL AND NEW.head > NEW.live_number, coalesce(NEW.kind, ''), coalesce(NEW.category, ''), coalesce(NEW.town, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1; END;
--> statement-breakpoint
CREATE TRIGGER items_uncounted AFTER DELETE ON items BEGIN UPDATE item_tally SET n = n - 1 WHERE (noun, trashed, state, live, newer, kind, category, town) = (OLD.noun, OLD.trashed_at IS NOT NULL, OLD.state, OLD.live IS NOT NULL, OLD.live IS NOT NULL AND OLD.head > OLD.live_number, coalesce(OLD.kind, ''), coalesce(OLD.category, ''), coalesce(OLD.town, '')); END;
--> statement-breakpoint
-- Words by which the studio's lists find a thing; a changed name leaves until it is read anew.
CREATE VIRTUAL TABLE item_index USING fts5(name, noun, content='', contentless_delete=1, prefix='1 2', tokenize='ascii');
--> statement-breakpoint
CREATE TRIGGER items_renamed AFTER UPDATE OF title_zh, title_en, slug ON items WHEN (OLD.title_zh, OLD.title_en, OLD.slug) IS NOT (NEW.title_zh, NEW.title_en, NEW.slug) BEGIN DELETE FROM item_index WHERE rowid = OLD.row; END;
--> statement-breakpoint
CREATE TRIGGER items_forgotten AFTER DELETE ON items BEGIN DELETE FROM item_index WHERE rowid = OLD.row; END;
