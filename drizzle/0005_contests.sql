CREATE TABLE `films` (
	`id` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`type` text NOT NULL,
	`key` text NOT NULL,
	`state` text DEFAULT 'arrived' NOT NULL,
	`reason` text,
	`facts` text,
	`inspected_at` integer,
	`edition_id` text,
	`uploaded_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "films_form_known" CHECK(form IN ('film', 'picture', 'document', 'captions', 'other')),
	CONSTRAINT "films_state_known" CHECK(state IN ('arrived', 'inspected', 'ready', 'unusable'))
);
--> statement-breakpoint
CREATE INDEX `films_hash` ON `films` (`sha256`);--> statement-breakpoint
CREATE INDEX `films_edition` ON `films` (`edition_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `films_key` ON `films` (`key`);--> statement-breakpoint
CREATE TABLE `fingerprints` (
	`film_id` text PRIMARY KEY NOT NULL,
	`method` integer NOT NULL,
	`frames` blob NOT NULL,
	`sound` blob,
	`at` integer NOT NULL,
	FOREIGN KEY (`film_id`) REFERENCES `films`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `renditions` (
	`film_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`type` text NOT NULL,
	`width` integer,
	`height` integer,
	`duration` real,
	`at` integer NOT NULL,
	PRIMARY KEY(`film_id`, `kind`),
	FOREIGN KEY (`film_id`) REFERENCES `films`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `renditions_key` ON `renditions` (`key`);--> statement-breakpoint
CREATE TABLE `twins` (
	`film_id` text NOT NULL,
	`other_id` text NOT NULL,
	`kind` text NOT NULL,
	`share` real NOT NULL,
	`passages` text NOT NULL,
	`settled` text,
	`settled_by` text,
	`settled_at` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`film_id`, `other_id`),
	FOREIGN KEY (`film_id`) REFERENCES `films`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `films`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `twins_other` ON `twins` (`other_id`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`entry_id` text,
	`edition_id` text,
	`material_id` text,
	`original_name` text NOT NULL,
	`claimed_type` text,
	`length` integer,
	`offset` integer DEFAULT 0 NOT NULL,
	`claimed_sha256` text,
	`sha256` text,
	`fingerprint` text,
	`replaces` text,
	`partial` integer DEFAULT false NOT NULL,
	`joined_to` text,
	`place` integer,
	`state` text DEFAULT 'open' NOT NULL,
	`reason` text,
	`film_id` text,
	`expires_at` integer NOT NULL,
	`warned_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_person` ON `uploads` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `uploads_entry` ON `uploads` (`entry_id`);--> statement-breakpoint
CREATE INDEX `uploads_expires` ON `uploads` (`state`,`expires_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`priority` integer DEFAULT 0 NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`run_after` integer NOT NULL,
	`worker` text,
	`leased_until` integer,
	`progress` real DEFAULT 0 NOT NULL,
	`reason` text,
	`started_at` integer,
	`done_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_once` ON `jobs` (`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `jobs_next` ON `jobs` (`state`,`run_after`,`priority`);--> statement-breakpoint
CREATE INDEX `jobs_subject` ON `jobs` (`subject`);--> statement-breakpoint
CREATE TABLE `access_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`hint` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_by` text,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `access_codes_edition` ON `access_codes` (`edition_id`);--> statement-breakpoint
CREATE TABLE `contests` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text DEFAULT 'film' NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`about_zh` text,
	`about_en` text,
	`published_at` integer,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contests_slug` ON `contests` (`slug`);--> statement-breakpoint
CREATE TABLE `edition_figures` (
	`edition_id` text NOT NULL,
	`key` text NOT NULL,
	`label_zh` text NOT NULL,
	`label_en` text,
	`value` integer,
	`note_zh` text,
	`note_en` text,
	`source_slug` text,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`edition_id`, `key`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_slug`) REFERENCES `sources`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `edition_versions` (
	`edition_id` text NOT NULL,
	`number` integer NOT NULL,
	`plan` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`edition_id`, `number`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`slug` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`plan` text,
	`version` integer DEFAULT 0 NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`grace_minutes` integer DEFAULT 0 NOT NULL,
	`correct_until` integer,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "editions_state_known" CHECK(state IN ('draft', 'published', 'archived')),
	CONSTRAINT "editions_planned" CHECK(state <> 'published' OR plan IS NOT NULL),
	CONSTRAINT "editions_dates" CHECK(opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_slug` ON `editions` (`contest_id`,`slug`);--> statement-breakpoint
CREATE INDEX `editions_closes` ON `editions` (`closes_at`);--> statement-breakpoint
CREATE TABLE `entry_counters` (
	`edition_id` text NOT NULL,
	`within` text NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `within`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_wording` ON `statements` (`edition_id`,`key`,`version`);--> statement-breakpoint
CREATE TABLE `entries` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`edition_id` text NOT NULL,
	`category_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`number` text,
	`title` text DEFAULT '' NOT NULL,
	`title_en` text,
	`town` text,
	`unit` text,
	`content` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`owner_id` text,
	`access_code` text,
	`correct_by` integer,
	`recommended` text,
	`submitted_at` integer,
	`decided_at` integer,
	`public_consent_at` integer,
	`released_at` integer,
	`sort_key` text DEFAULT '' NOT NULL,
	`synthetic` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "entries_state_known" CHECK(state IN ('draft', 'submitted', 'returned', 'passed', 'refused', 'withdrawn')),
	CONSTRAINT "entries_numbered" CHECK((number IS NULL) = (submitted_at IS NULL)),
	CONSTRAINT "entries_submitted" CHECK(state IN ('draft', 'withdrawn') OR number IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_id` ON `entries` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_number` ON `entries` (`edition_id`,`number`);--> statement-breakpoint
CREATE INDEX `entries_owner` ON `entries` (`owner_id`);--> statement-breakpoint
CREATE INDEX `entries_state` ON `entries` (`edition_id`,`state`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `entries_by_name` ON `entries` (`edition_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `entry_opinions` (
	`entry_id` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`verdict` text NOT NULL,
	`reasons` text DEFAULT '[]' NOT NULL,
	`note` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `version`, `person_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `entry_trace` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`act` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text,
	`reasons` text DEFAULT '[]' NOT NULL,
	`note` text,
	`due_at` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_trace_entry` ON `entry_trace` (`entry_id`,`at`);--> statement-breakpoint
CREATE INDEX `entry_trace_person` ON `entry_trace` (`person_id`);--> statement-breakpoint
CREATE TABLE `entry_versions` (
	`entry_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`files` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `number`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `agreements` (
	`entry_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `statement_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `entry_editors` (
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `person_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_editors_person` ON `entry_editors` (`person_id`);--> statement-breakpoint
CREATE TABLE `entry_files` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`material_id` text NOT NULL,
	`film_id` text NOT NULL,
	`original_name` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`added_by` text,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`film_id`) REFERENCES `films`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `entry_files_entry` ON `entry_files` (`entry_id`,`material_id`);--> statement-breakpoint
CREATE INDEX `entry_files_film` ON `entry_files` (`film_id`);--> statement-breakpoint
CREATE TABLE `entry_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`email` text,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_by` text,
	`used_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_invitations_entry` ON `entry_invitations` (`entry_id`);--> statement-breakpoint
CREATE TABLE `entry_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`from_office` integer NOT NULL,
	`person_id` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_messages_entry` ON `entry_messages` (`entry_id`,`at`);--> statement-breakpoint
CREATE TABLE `entry_views` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_views_name` ON `entry_views` (`person_id`,`edition_id`,`name`);--> statement-breakpoint
CREATE TABLE `recommendations` (
	`entry_id` text NOT NULL,
	`level` text NOT NULL,
	`body` text NOT NULL,
	`verdict` text NOT NULL,
	`person_id` text,
	`note` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `level`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recommendations_body` ON `recommendations` (`level`,`body`);--> statement-breakpoint
CREATE TABLE `entry_lines` (
	`row` integer PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`state` text NOT NULL,
	`category` text NOT NULL,
	`channel` text NOT NULL,
	`town` text NOT NULL,
	`unit` text NOT NULL,
	`number` text NOT NULL,
	`sort_key` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`decided_at` integer,
	`verdict` text DEFAULT 'none' NOT NULL,
	`twins` text DEFAULT 'none' NOT NULL,
	`late` text DEFAULT 'no' NOT NULL,
	`stale` integer DEFAULT 3 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `entry_lines_cells` ON `entry_lines` (`edition_id`,`state`,`category`,`channel`,`verdict`,`twins`,`late`,`town`);--> statement-breakpoint
CREATE INDEX `entry_lines_submitted` ON `entry_lines` (`edition_id`,`submitted_at`,`row`);--> statement-breakpoint
CREATE INDEX `entry_lines_number` ON `entry_lines` (`edition_id`,`number`,`row`);--> statement-breakpoint
CREATE INDEX `entry_lines_name` ON `entry_lines` (`edition_id`,`sort_key`,`row`);--> statement-breakpoint
CREATE INDEX `entry_lines_decided` ON `entry_lines` (`edition_id`,`decided_at`,`row`);--> statement-breakpoint
CREATE INDEX `entry_lines_entry` ON `entry_lines` (`entry_id`);--> statement-breakpoint
CREATE INDEX `entry_lines_stale` ON `entry_lines` (`edition_id`) WHERE stale <> 0;