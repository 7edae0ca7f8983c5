INSERT INTO occasions (id, event_id, key, starts_at, ends_at, published_at)
SELECT id, id, strftime('%Y%m%dT%H%M', starts_at / 1000 + 28800, 'unixepoch'), starts_at, CASE WHEN ends_at > starts_at THEN ends_at END, published_at FROM events;
