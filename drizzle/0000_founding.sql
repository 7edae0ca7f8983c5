CREATE TABLE `opening_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`day` text NOT NULL,
	`opens` integer,
	`closes` integer,
	`reason_zh` text,
	`reason_en` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "exceptions_sane" CHECK((opens IS NULL) = (closes IS NULL) AND (opens IS NULL OR closes > opens))
);
--> statement-breakpoint
CREATE INDEX `exceptions_place` ON `opening_exceptions` (`place_id`,`day`);--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`form` text NOT NULL,
	`file` text NOT NULL,
	`type` text NOT NULL,
	`width` integer,
	`height` integer,
	`duration` real,
	`alt_zh` text NOT NULL,
	`alt_en` text,
	`transcript_zh` text,
	`transcript_en` text,
	`credit` text,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "media_audio_has_words" CHECK(form <> 'audio' OR transcript_zh IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX `media_place` ON `media` (`place_id`,`position`);--> statement-breakpoint
CREATE TABLE `openings` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`opens` integer NOT NULL,
	`closes` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "openings_sane" CHECK(weekday BETWEEN 1 AND 7 AND opens >= 0 AND closes > opens AND closes <= 1440)
);
--> statement-breakpoint
CREATE INDEX `openings_place` ON `openings` (`place_id`,`weekday`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`category` text,
	`name_zh` text NOT NULL,
	`name_en` text,
	`summary_zh` text,
	`summary_en` text,
	`story_zh` text,
	`story_en` text,
	`town_slug` text,
	`address_zh` text,
	`address_en` text,
	`phone` text,
	`transport_zh` text,
	`transport_en` text,
	`level` text,
	`tags` text DEFAULT '[]' NOT NULL,
	`access` text DEFAULT '{}' NOT NULL,
	`lon` real,
	`lat` real,
	`precision` text DEFAULT 'unknown' NOT NULL,
	`source_datum` text DEFAULT 'wgs84' NOT NULL,
	`accuracy` real,
	`position_verified` integer DEFAULT false NOT NULL,
	`sort_key` text DEFAULT '' NOT NULL,
	`synthetic` integer DEFAULT false NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`town_slug`) REFERENCES `towns`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "places_kind_known" CHECK(kind IN ('site', 'unit', 'venue', 'service')),
	CONSTRAINT "places_category_of_unit" CHECK(category IS NULL OR kind = 'unit'),
	CONSTRAINT "places_whole_position" CHECK((lon IS NULL) = (lat IS NULL)),
	CONSTRAINT "places_precision_said" CHECK((lon IS NULL) = (precision = 'unknown')),
	CONSTRAINT "places_in_world" CHECK(lon IS NULL OR (lon BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_slug` ON `places` (`slug`);--> statement-breakpoint
CREATE INDEX `places_position` ON `places` (`lon`,`lat`);--> statement-breakpoint
CREATE INDEX `places_sort` ON `places` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `places_kind` ON `places` (`kind`,`category`);--> statement-breakpoint
CREATE INDEX `places_town` ON `places` (`town_slug`);--> statement-breakpoint
CREATE TABLE `towns` (
	`slug` text PRIMARY KEY NOT NULL,
	`code` text,
	`name_zh` text NOT NULL,
	`name_en` text,
	`form` text NOT NULL,
	`lon` real,
	`lat` real,
	`position` integer DEFAULT 0 NOT NULL,
	`own` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE `corridors` (
	`slug` text PRIMARY KEY NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text,
	`summary_zh` text,
	`summary_en` text
);
--> statement-breakpoint
CREATE TABLE `stops` (
	`id` text PRIMARY KEY NOT NULL,
	`trail_id` text NOT NULL,
	`number` integer NOT NULL,
	`place_id` text NOT NULL,
	`note_zh` text,
	`note_en` text,
	FOREIGN KEY (`trail_id`) REFERENCES `trails`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "stops_from_one" CHECK(number >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stops_number` ON `stops` (`trail_id`,`number`);--> statement-breakpoint
CREATE INDEX `stops_place` ON `stops` (`place_id`);--> statement-breakpoint
CREATE TABLE `trails` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`corridor_slug` text,
	`name_zh` text NOT NULL,
	`name_en` text,
	`summary_zh` text,
	`summary_en` text,
	`story_zh` text,
	`story_en` text,
	`theme_zh` text,
	`theme_en` text,
	`mode` text,
	`length` integer,
	`minutes` integer,
	`declared_stops` integer,
	`demonstration` integer DEFAULT false NOT NULL,
	`line` text,
	`synthetic` integer DEFAULT false NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`corridor_slug`) REFERENCES `corridors`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trails_sane" CHECK((length IS NULL OR length > 0) AND (minutes IS NULL OR minutes > 0) AND (declared_stops IS NULL OR declared_stops >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trails_slug` ON `trails` (`slug`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`summary_zh` text,
	`summary_en` text,
	`body_zh` text NOT NULL,
	`body_en` text,
	`place_id` text,
	`source_slug` text,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`source_slug`) REFERENCES `sources`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_published` ON `articles` (`published_at`);--> statement-breakpoint
CREATE TABLE `bases` (
	`slug` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text,
	`attribution_zh` text,
	`attribution_en` text,
	`notice_zh` text,
	`notice_en` text,
	`approval_number` text,
	`declares_boundaries` integer DEFAULT false NOT NULL,
	`min_zoom` real DEFAULT 9 NOT NULL,
	`max_zoom` real DEFAULT 17 NOT NULL,
	`config` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "bases_boundaries_approved" CHECK(declares_boundaries = 0 OR approval_number IS NOT NULL),
	CONSTRAINT "bases_approved_numbered" CHECK(kind <> 'approved' OR approval_number IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE `citations` (
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text DEFAULT '*' NOT NULL,
	`source_slug` text NOT NULL,
	`note_zh` text,
	`note_en` text,
	PRIMARY KEY(`subject`, `subject_id`, `field`, `source_slug`),
	FOREIGN KEY (`source_slug`) REFERENCES `sources`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`field` text NOT NULL,
	`statement` text NOT NULL,
	`evidence` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `corrections_place` ON `corrections` (`place_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`summary_zh` text,
	`summary_en` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`place_id` text,
	`article_id` text,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_slug` ON `events` (`slug`);--> statement-breakpoint
CREATE INDEX `events_start` ON `events` (`starts_at`);--> statement-breakpoint
CREATE TABLE `figures` (
	`slug` text PRIMARY KEY NOT NULL,
	`value` real NOT NULL,
	`unit_zh` text,
	`unit_en` text,
	`label_zh` text NOT NULL,
	`label_en` text,
	`note_zh` text,
	`note_en` text,
	`as_of` text,
	`derived` integer DEFAULT false NOT NULL,
	`source_slug` text,
	`position` integer DEFAULT 0 NOT NULL,
	`featured` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`source_slug`) REFERENCES `sources`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `honours` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`level` text NOT NULL,
	`issuer_zh` text,
	`issuer_en` text,
	`document_number` text,
	`date` text,
	`valid_until` text,
	`source_slug` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_slug`) REFERENCES `sources`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "honours_level_known" CHECK(level IN ('national', 'province', 'city', 'district', 'town'))
);
--> statement-breakpoint
CREATE INDEX `honours_place` ON `honours` (`place_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`slug` text PRIMARY KEY NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`publisher_zh` text,
	`publisher_en` text,
	`date` text,
	`url` text,
	`licence` text
);
