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
