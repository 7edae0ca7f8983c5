-- Everything that stands gets its row in the studio's list, public or draft.
INSERT INTO items (noun, id, slug, title_zh, title_en, kind, category, town, place_id, state, live, updated_at, sort_key)
SELECT 'places', id, slug, name_zh, name_en, kind, category, town_slug, id, CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END, published_at, updated_at, sort_key FROM places;
--> statement-breakpoint
INSERT INTO items (noun, id, slug, title_zh, title_en, kind, state, live, updated_at, sort_key)
SELECT 'trails', id, slug, name_zh, name_en, mode, CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END, published_at, updated_at, slug FROM trails;
--> statement-breakpoint
INSERT INTO items (noun, id, slug, title_zh, title_en, place_id, state, live, updated_at, sort_key)
SELECT 'articles', id, slug, title_zh, title_en, place_id, CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END, published_at, updated_at, slug FROM articles;
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
CREATE TRIGGER audit_grows BEFORE INSERT ON audit WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, 'audit: records are only added at the end'); END;
--> statement-breakpoint
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit: a record is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit: a record is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_personal_stays BEFORE UPDATE ON audit_personal BEGIN SELECT RAISE(ABORT, 'audit: a personal value is kept or erased, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_grow BEFORE INSERT ON checkpoints WHEN NEW.size <= (SELECT coalesce(max(size), 0) FROM checkpoints) BEGIN SELECT RAISE(ABORT, 'audit: checkpoints only grow'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_stay BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'audit: a checkpoint is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_remain BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'audit: a checkpoint is never removed'); END;
