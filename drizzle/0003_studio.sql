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
	`trashed_at` integer,
	PRIMARY KEY(`noun`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_slug` ON `items` (`noun`,`slug`) WHERE trashed_at IS NULL;--> statement-breakpoint
CREATE INDEX `items_sort` ON `items` (`noun`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `items_updated` ON `items` (`noun`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `items_state` ON `items` (`noun`,`state`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `items_kind` ON `items` (`noun`,`kind`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `items_category` ON `items` (`noun`,`category`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `items_town` ON `items` (`noun`,`town`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `items_place` ON `items` (`place_id`);--> statement-breakpoint
CREATE INDEX `items_due` ON `items` (`publish_at`) WHERE publish_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `items_end` ON `items` (`expire_at`) WHERE expire_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`step` integer DEFAULT 0 NOT NULL,
	`act` text NOT NULL,
	`person_id` text,
	`comment` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reviews_item` ON `reviews` (`noun`,`item_id`,`at`);--> statement-breakpoint
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
ALTER TABLE `honours` ADD `issuer_rank` text;--> statement-breakpoint
ALTER TABLE `honours` ADD `form` text DEFAULT 'honour' NOT NULL;--> statement-breakpoint
ALTER TABLE `honours` ADD `published_at` integer;