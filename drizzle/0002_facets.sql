DROP INDEX `places_kind`;--> statement-breakpoint
DROP INDEX `places_town`;--> statement-breakpoint
CREATE INDEX `places_kind_sort` ON `places` (`kind`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `places_category_sort` ON `places` (`category`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `places_town_sort` ON `places` (`town_slug`,`sort_key`,`id`);