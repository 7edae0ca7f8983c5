CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	`noun` text NOT NULL,
	`thing` text NOT NULL,
	`person` text,
	`record` text NOT NULL,
	`leaf` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_thing` ON `audit` (`noun`,`thing`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_person` ON `audit` (`person`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_act` ON `audit` (`act`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `audit_personal` (
	`seq` integer NOT NULL,
	`path` text NOT NULL,
	`person` text,
	`salt` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`seq`, `path`)
);
--> statement-breakpoint
CREATE INDEX `audit_personal_person` ON `audit_personal` (`person`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_tree` (
	`id` integer PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`at` integer NOT NULL,
	`hashes` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`id` integer PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`at` integer NOT NULL,
	`root` text NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text,
	`scope_id` text,
	`granted_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "grants_role_known" CHECK(role IN ('operator', 'editor', 'approver', 'organizer', 'juror', 'manager', 'contestant', 'citizen')),
	CONSTRAINT "grants_manager_scoped" CHECK((role = 'manager') = (scope_kind IS NOT NULL) AND (scope_kind IS NULL) = (scope_id IS NULL))
);
--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grants_once` ON `grants` (`person_id`,`role`) WHERE scope_kind IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `grants_once_scoped` ON `grants` (`person_id`,`role`,`scope_kind`,`scope_id`) WHERE scope_kind IS NOT NULL;--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text NOT NULL,
	`email` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `links_person` ON `links` (`person_id`);--> statement-breakpoint
CREATE INDEX `links_expires` ON `links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer DEFAULT 0 NOT NULL,
	`transports` text NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer DEFAULT false NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`password_at` integer,
	`email_verified_at` integer,
	`disabled_at` integer,
	`locale` text DEFAULT 'zh' NOT NULL,
	`rights_at` integer DEFAULT 0 NOT NULL,
	`last_sign_in_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`name`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`hint` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_codes_hint` ON `recovery_codes` (`person_id`,`hint`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`renewed_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`strong_at` integer,
	`proved_at` integer NOT NULL,
	`address` text,
	`agent` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_ends` ON `sessions` (`ends_at`);--> statement-breakpoint
CREATE TABLE `steps` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`value` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `steps_expires` ON `steps` (`expires_at`);--> statement-breakpoint
CREATE TABLE `totps` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `menu_links` (
	`id` text PRIMARY KEY NOT NULL,
	`menu` text NOT NULL,
	`label_zh` text NOT NULL,
	`label_en` text,
	`href` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`hidden` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pages` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`summary_zh` text,
	`summary_en` text,
	`body_zh` text NOT NULL,
	`body_en` text,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_slug` ON `pages` (`slug`);--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`day` text PRIMARY KEY NOT NULL,
	`works` integer NOT NULL,
	`name` text,
	`source` text
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`number` text,
	`issuer_zh` text,
	`issuer_en` text,
	`date` text,
	`validity` text NOT NULL,
	`valid_from` text,
	`valid_until` text,
	`summary_zh` text,
	`summary_en` text,
	`body_zh` text,
	`body_en` text,
	`file` text,
	`file_text` text,
	`file_read` text,
	`source_slug` text,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`source_slug`) REFERENCES `sources`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_validity_known" CHECK(validity IN ('in-force', 'amended', 'repealed', 'unknown'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_slug` ON `documents` (`slug`);--> statement-breakpoint
CREATE INDEX `documents_published` ON `documents` (`published_at`);--> statement-breakpoint
CREATE INDEX `documents_date` ON `documents` (`date`);--> statement-breakpoint
CREATE INDEX `documents_issuer` ON `documents` (`issuer_zh`);--> statement-breakpoint
CREATE TABLE `autosaves` (
	`noun` text NOT NULL,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`content` text NOT NULL,
	`base` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`noun`, `item_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `autosaves_recent` ON `autosaves` (`noun`,`item_id`,`at`);--> statement-breakpoint
CREATE TABLE `items` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`noun` text NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`kind` text,
	`category` text,
	`town` text,
	`place_id` text,
	`organization` text,
	`state` text NOT NULL,
	`step` integer DEFAULT 0 NOT NULL,
	`live` integer,
	`head` integer DEFAULT 0 NOT NULL,
	`live_number` integer DEFAULT 0 NOT NULL,
	`publish_at` integer,
	`expire_at` integer,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	`sort_key` text DEFAULT '' NOT NULL,
	`trashed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_thing` ON `items` (`noun`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `items_slug` ON `items` (`noun`,`slug`) WHERE trashed_at IS NULL;--> statement-breakpoint
CREATE INDEX `items_by_name` ON `items` (`noun`,`sort_key`,`id`,`state`,`kind`,`category`,`town`,`live`,`head`,`live_number`,`updated_by`,`place_id`,`organization`,`trashed_at`);--> statement-breakpoint
CREATE INDEX `items_by_time` ON `items` (`noun`,`updated_at`,`id`,`state`,`kind`,`category`,`town`,`live`,`head`,`live_number`,`updated_by`,`place_id`,`organization`,`trashed_at`);--> statement-breakpoint
CREATE INDEX `items_facets` ON `items` (`noun`,`state`,`kind`,`category`,`town`,`live`,`head`,`live_number`,`updated_by`,`place_id`,`organization`,`trashed_at`);--> statement-breakpoint
CREATE INDEX `items_town` ON `items` (`noun`,`town`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `items_mine` ON `items` (`updated_by`,`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `items_place` ON `items` (`place_id`);--> statement-breakpoint
CREATE INDEX `items_due` ON `items` (`publish_at`) WHERE publish_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `items_gone` ON `items` (`trashed_at`) WHERE trashed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `items_end` ON `items` (`expire_at`) WHERE expire_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `items_trash` ON `items` (`trashed_at`) WHERE trashed_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
	`step` integer DEFAULT 0 NOT NULL,
	`act` text NOT NULL,
	`person_id` text,
	`comment` text,
	`detail` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_item` ON `reviews` (`noun`,`item_id`,`seq`);--> statement-breakpoint
CREATE INDEX `reviews_person` ON `reviews` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`room` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_views_room` ON `saved_views` (`room`,`person_id`);--> statement-breakpoint
CREATE TABLE `versions` (
	`noun` text NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`base` integer NOT NULL,
	`person_id` text,
	`restores` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`noun`, `item_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `versions_person` ON `versions` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `item_tally` (
	`noun` text NOT NULL,
	`trashed` integer NOT NULL,
	`state` text NOT NULL,
	`live` integer NOT NULL,
	`newer` integer NOT NULL,
	`kind` text NOT NULL,
	`category` text NOT NULL,
	`town` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`noun`, `trashed`, `state`, `live`, `newer`, `kind`, `category`, `town`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`template` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`body` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "outbox_state_known" CHECK(state IN ('waiting', 'sending', 'sent', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE TABLE `asset_files` (
	`key` text NOT NULL,
	`asset_id` text NOT NULL,
	PRIMARY KEY(`key`, `asset_id`),
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `asset_files_asset` ON `asset_files` (`asset_id`);--> statement-breakpoint
CREATE TABLE `assets` (
	`id` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`original_name` text NOT NULL,
	`sha256` text NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`duration` real,
	`focal_x` real DEFAULT 0.5 NOT NULL,
	`focal_y` real DEFAULT 0.5 NOT NULL,
	`crop` text,
	`alt_zh` text,
	`alt_en` text,
	`caption_zh` text,
	`caption_en` text,
	`transcript_zh` text,
	`transcript_en` text,
	`credit` text,
	`rights_holder` text,
	`licence` text DEFAULT 'unknown' NOT NULL,
	`consent` text DEFAULT 'none' NOT NULL,
	`consent_note` text,
	`taken_at` text,
	`town` text,
	`uploaded_by` text,
	`variants` text DEFAULT '[]' NOT NULL,
	`trashed_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "assets_form_known" CHECK(form IN ('photo', 'panorama', 'audio', 'document')),
	CONSTRAINT "assets_consent_known" CHECK(consent IN ('none', 'given', 'needed')),
	CONSTRAINT "assets_licence_known" CHECK(licence IN ('own', 'granted', 'public-domain', 'cc0', 'cc-by', 'cc-by-sa', 'unknown')),
	CONSTRAINT "assets_focal_inside" CHECK(focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1)
);
--> statement-breakpoint
CREATE INDEX `assets_new` ON `assets` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `assets_form_new` ON `assets` (`form`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `assets_hash` ON `assets` (`sha256`);--> statement-breakpoint
CREATE INDEX `assets_by` ON `assets` (`uploaded_by`);--> statement-breakpoint
CREATE INDEX `assets_trash` ON `assets` (`trashed_at`);--> statement-breakpoint
CREATE TABLE `uses` (
	`asset_id` text NOT NULL,
	`noun` text NOT NULL,
	`item_id` text NOT NULL,
	`field` text DEFAULT '' NOT NULL,
	`live` integer NOT NULL,
	PRIMARY KEY(`asset_id`, `live`, `noun`, `item_id`, `field`)
);
--> statement-breakpoint
CREATE INDEX `uses_item` ON `uses` (`noun`,`item_id`,`live`);--> statement-breakpoint
CREATE TABLE `words` (
	`id` text PRIMARY KEY NOT NULL,
	`folded` text NOT NULL,
	`word` text NOT NULL,
	`suggestion` text,
	`note` text,
	`sort` text NOT NULL,
	`severity` text NOT NULL,
	`scope` text DEFAULT 'all' NOT NULL,
	`on` integer DEFAULT true NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "words_sort_known" CHECK(sort IN ('wrong', 'sensitive')),
	CONSTRAINT "words_severity_known" CHECK(severity IN ('error', 'warning'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `words_once` ON `words` (`folded`,`scope`);--> statement-breakpoint
ALTER TABLE `media` ADD `asset_id` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `kind` text DEFAULT 'news' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `original_title` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `source_name` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `source_url` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `author` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `repost` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `pinned` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `expires_at` integer;--> statement-breakpoint
CREATE INDEX `articles_kind` ON `articles` (`kind`,`published_at`);--> statement-breakpoint
ALTER TABLE `corrections` ADD `done_at` integer;--> statement-breakpoint
ALTER TABLE `corrections` ADD `done_by` text;--> statement-breakpoint
CREATE INDEX `corrections_open` ON `corrections` (`created_at`) WHERE done_at IS NULL;--> statement-breakpoint
ALTER TABLE `honours` ADD `issuer_rank` text;--> statement-breakpoint
ALTER TABLE `honours` ADD `form` text DEFAULT 'honour' NOT NULL;--> statement-breakpoint
ALTER TABLE `honours` ADD `published_at` integer;