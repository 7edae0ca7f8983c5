CREATE TABLE `chapters` (
	`id` text PRIMARY KEY NOT NULL,
	`series_id` text NOT NULL,
	`number` integer NOT NULL,
	`slug` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`summary_zh` text,
	`summary_en` text,
	`day` text,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chapters_number` ON `chapters` (`series_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `chapters_slug` ON `chapters` (`series_id`,`slug`);--> statement-breakpoint
CREATE TABLE `occasions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`key` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`standing` text DEFAULT 'scheduled' NOT NULL,
	`why_zh` text,
	`why_en` text,
	`standing_at` integer,
	`capacity` integer,
	`sequence` integer DEFAULT 0 NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "occasions_forward" CHECK(ends_at IS NULL OR ends_at > starts_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `occasions_key` ON `occasions` (`event_id`,`key`);--> statement-breakpoint
CREATE INDEX `occasions_start` ON `occasions` (`starts_at`,`event_id`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`theme_zh` text,
	`theme_en` text,
	`summary_zh` text,
	`summary_en` text,
	`body_zh` text,
	`body_en` text,
	`opens_on` text,
	`closes_on` text,
	`declared_days` integer,
	`album` text DEFAULT '[]' NOT NULL,
	`recap_zh` text,
	`recap_en` text,
	`town_slug` text,
	`demonstration` integer DEFAULT false NOT NULL,
	`synthetic` integer DEFAULT false NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`town_slug`) REFERENCES `towns`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "series_kind_known" CHECK(kind IN ('week', 'campaign', 'programme'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_slug` ON `series` (`slug`);--> statement-breakpoint
CREATE TABLE `venue_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`place_id` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`spans` text NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`why` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `venue_requests_open` ON `venue_requests` (`state`,`place_id`);--> statement-breakpoint
CREATE INDEX `venue_requests_event` ON `venue_requests` (`event_id`);--> statement-breakpoint
CREATE TABLE `admissions` (
	`event_id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL,
	`open` integer DEFAULT true NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`occasion_id` text NOT NULL,
	`event_id` text NOT NULL,
	`code` text NOT NULL,
	`state` text NOT NULL,
	`heads` integer NOT NULL,
	`zone` text DEFAULT '' NOT NULL,
	`seats` text DEFAULT '[]' NOT NULL,
	`sealed` text,
	`mail_mark` text,
	`phone_mark` text,
	`link_hash` text NOT NULL,
	`ticket` integer DEFAULT 1 NOT NULL,
	`turn` integer,
	`offered_until` integer,
	`person_id` text,
	`locale` text DEFAULT 'zh-CN' NOT NULL,
	`consent_version` text,
	`consent_at` integer,
	`group` integer DEFAULT false NOT NULL,
	`came` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	`synthetic` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "bookings_state_known" CHECK(state IN ('confirmed', 'waiting', 'offered', 'drawn', 'cancelled', 'refused', 'lapsed')),
	CONSTRAINT "bookings_heads" CHECK(heads >= 1 AND came >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_code` ON `bookings` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_link` ON `bookings` (`link_hash`);--> statement-breakpoint
CREATE INDEX `bookings_occasion` ON `bookings` (`occasion_id`,`state`,`turn`);--> statement-breakpoint
CREATE INDEX `bookings_event` ON `bookings` (`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `bookings_mail` ON `bookings` (`occasion_id`,`mail_mark`);--> statement-breakpoint
CREATE INDEX `bookings_phone` ON `bookings` (`occasion_id`,`phone_mark`);--> statement-breakpoint
CREATE INDEX `bookings_person` ON `bookings` (`person_id`);--> statement-breakpoint
CREATE INDEX `bookings_offers` ON `bookings` (`offered_until`) WHERE offered_until IS NOT NULL;--> statement-breakpoint
CREATE TABLE `checkins` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`occasion_id` text NOT NULL,
	`heads` integer NOT NULL,
	`device_at` integer NOT NULL,
	`at` integer NOT NULL,
	`how` text NOT NULL,
	`gate_id` text,
	`person_id` text,
	`extra` integer DEFAULT false NOT NULL,
	`doubled` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`gate_id`) REFERENCES `gates`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `checkins_occasion` ON `checkins` (`occasion_id`,`at`);--> statement-breakpoint
CREATE INDEX `checkins_booking` ON `checkins` (`booking_id`);--> statement-breakpoint
CREATE TABLE `gates` (
	`id` text PRIMARY KEY NOT NULL,
	`occasion_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`made_by` text,
	`made_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gates_key` ON `gates` (`key_hash`);--> statement-breakpoint
CREATE INDEX `gates_occasion` ON `gates` (`occasion_id`);--> statement-breakpoint
CREATE TABLE `seat_counts` (
	`occasion_id` text NOT NULL,
	`zone` text DEFAULT '' NOT NULL,
	`capacity` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`waiting` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`occasion_id`, `zone`),
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "seat_counts_sane" CHECK(taken >= 0 AND waiting >= 0 AND taken <= capacity)
);
--> statement-breakpoint
CREATE TABLE `seat_draws` (
	`occasion_id` text PRIMARY KEY NOT NULL,
	`chance` text,
	`list` text,
	`list_hash` text,
	`size` integer,
	`root` text,
	`sealed_at` integer,
	`words` text,
	`seed` text,
	`drawn_at` integer,
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `signup_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`occasion_id` text NOT NULL,
	`kind` text NOT NULL,
	`why_zh` text,
	`why_en` text,
	`due_at` integer NOT NULL,
	`reached` text DEFAULT '' NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signup_mails_once` ON `signup_mails` (`occasion_id`,`kind`,`due_at`);--> statement-breakpoint
CREATE INDEX `signup_mails_open` ON `signup_mails` (`due_at`) WHERE done_at IS NULL;--> statement-breakpoint
CREATE TABLE `taken_seats` (
	`occasion_id` text NOT NULL,
	`seat` text NOT NULL,
	`booking_id` text NOT NULL,
	PRIMARY KEY(`occasion_id`, `seat`),
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `taken_seats_booking` ON `taken_seats` (`booking_id`);--> statement-breakpoint
CREATE TABLE `door_rules` (
	`occasion_id` text PRIMARY KEY NOT NULL,
	`walkins` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `walkins` (
	`id` text PRIMARY KEY NOT NULL,
	`occasion_id` text NOT NULL,
	`heads` integer NOT NULL,
	`device_at` integer NOT NULL,
	`at` integer NOT NULL,
	`gate_id` text,
	`person_id` text,
	FOREIGN KEY (`occasion_id`) REFERENCES `occasions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`gate_id`) REFERENCES `gates`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "walkins_heads" CHECK(heads <> 0)
);
--> statement-breakpoint
CREATE INDEX `walkins_occasion` ON `walkins` (`occasion_id`);--> statement-breakpoint
CREATE TABLE `booklets` (
	`id` text PRIMARY KEY NOT NULL,
	`book` integer NOT NULL,
	`code_hash` text NOT NULL,
	`state` text DEFAULT 'reserved' NOT NULL,
	`reserved_at` integer NOT NULL,
	`until` integer NOT NULL,
	`stamps` integer NOT NULL,
	`flagged` integer DEFAULT 0 NOT NULL,
	`redeemed_at` integer,
	`redeemed_by` text,
	FOREIGN KEY (`book`) REFERENCES `stamp_books`(`number`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`redeemed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booklets_code` ON `booklets` (`code_hash`);--> statement-breakpoint
CREATE INDEX `booklets_book` ON `booklets` (`book`,`state`);--> statement-breakpoint
CREATE INDEX `booklets_until` ON `booklets` (`state`,`until`);--> statement-breakpoint
CREATE TABLE `carries` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `carries_expiry` ON `carries` (`expires_at`);--> statement-breakpoint
CREATE TABLE `posters` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`place_id` text NOT NULL,
	`version` integer NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text,
	`ended_at` integer,
	`ended_by` text,
	`why` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posters_version` ON `posters` (`place_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `posters_valid` ON `posters` (`place_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `spent_stamps` (
	`book` integer NOT NULL,
	`stamp` text NOT NULL,
	`booklet_id` text NOT NULL,
	PRIMARY KEY(`book`, `stamp`),
	FOREIGN KEY (`book`) REFERENCES `stamp_books`(`number`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`booklet_id`) REFERENCES `booklets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `spent_stamps_booklet` ON `spent_stamps` (`booklet_id`);--> statement-breakpoint
CREATE TABLE `stamp_book_places` (
	`book` integer NOT NULL,
	`place_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	PRIMARY KEY(`book`, `place_id`),
	FOREIGN KEY (`book`) REFERENCES `stamp_books`(`number`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stamp_book_places_order` ON `stamp_book_places` (`book`,`ordinal`);--> statement-breakpoint
CREATE INDEX `stamp_book_places_place` ON `stamp_book_places` (`place_id`);--> statement-breakpoint
CREATE TABLE `stamp_books` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`summary_zh` text,
	`summary_en` text,
	`trail_id` text,
	`quiz_at` integer,
	`certificate_at` integer,
	`booklet_at` integer,
	`position` text DEFAULT 'optional' NOT NULL,
	`questions` text DEFAULT '[]' NOT NULL,
	`pass_at` integer DEFAULT 0 NOT NULL,
	`stock` integer DEFAULT 0 NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`hold_days` integer DEFAULT 7 NOT NULL,
	`pickup_zh` text,
	`pickup_en` text,
	`demonstration` integer DEFAULT false NOT NULL,
	`published_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`trail_id`) REFERENCES `trails`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "stamp_books_position_known" CHECK(position IN ('off', 'optional', 'required')),
	CONSTRAINT "stamp_books_stock" CHECK(taken >= 0 AND taken <= stock AND hold_days >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stamp_books_slug` ON `stamp_books` (`slug`);--> statement-breakpoint
CREATE TABLE `stamp_counts` (
	`place_id` text NOT NULL,
	`day` text NOT NULL,
	`given` integer DEFAULT 0 NOT NULL,
	`flagged` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`place_id`, `day`),
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "stamp_counts_sane" CHECK(given >= 0 AND flagged >= 0 AND flagged <= given)
);
--> statement-breakpoint
CREATE INDEX `stamp_counts_day` ON `stamp_counts` (`day`);--> statement-breakpoint
CREATE TABLE `visit_guides` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`name` text NOT NULL,
	`left_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visit_guides_place` ON `visit_guides` (`place_id`);--> statement-breakpoint
CREATE TABLE `visit_leads` (
	`request_id` text NOT NULL,
	`guide_id` text NOT NULL,
	PRIMARY KEY(`request_id`, `guide_id`),
	FOREIGN KEY (`request_id`) REFERENCES `visit_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`guide_id`) REFERENCES `visit_guides`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visit_leads_guide` ON `visit_leads` (`guide_id`);--> statement-breakpoint
CREATE TABLE `visit_plans` (
	`place_id` text PRIMARY KEY NOT NULL,
	`open` integer DEFAULT false NOT NULL,
	`slot` integer NOT NULL,
	`batch` integer NOT NULL,
	`parallel` integer NOT NULL,
	`largest` integer NOT NULL,
	`cut_off` integer NOT NULL,
	`ahead` integer NOT NULL,
	`hold` integer NOT NULL,
	`letter_from` integer,
	`note` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "visit_plans_sane" CHECK(slot > 0 AND batch > 0 AND parallel > 0 AND largest BETWEEN 1 AND batch * parallel)
);
--> statement-breakpoint
CREATE TABLE `visit_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`place_id` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`kind` text NOT NULL,
	`heads` integer NOT NULL,
	`batches` integer NOT NULL,
	`wish_day` text NOT NULL,
	`wish_starts` integer NOT NULL,
	`day` text,
	`starts` integer,
	`ends` integer,
	`offered_until` integer,
	`sealed` text,
	`link_hash` text NOT NULL,
	`letter_key` text,
	`letter_hash` text,
	`letter_scan` text,
	`reason` text,
	`ended_by` text,
	`ended_at` integer,
	`came` integer,
	`locale` text DEFAULT 'zh' NOT NULL,
	`agreed_at` integer NOT NULL,
	`forget_at` integer NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`synthetic` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "visit_requests_state_known" CHECK(state IN ('asked', 'offered', 'confirmed', 'declined', 'cancelled', 'came', 'missed')),
	CONSTRAINT "visit_requests_kind_known" CHECK(kind IN ('unit', 'school', 'community', 'family', 'other')),
	CONSTRAINT "visit_requests_heads" CHECK(heads >= 1 AND batches >= 1 AND coalesce(came, 0) >= 0),
	CONSTRAINT "visit_requests_slot_whole" CHECK((day IS NULL) = (starts IS NULL) AND (day IS NULL) = (ends IS NULL) AND coalesce(ends > starts, 1)),
	CONSTRAINT "visit_requests_slot_given" CHECK(day IS NOT NULL OR state IN ('asked', 'declined', 'cancelled')),
	CONSTRAINT "visit_requests_offer" CHECK(state <> 'offered' OR offered_until IS NOT NULL),
	CONSTRAINT "visit_requests_came" CHECK(state <> 'came' OR came >= 1),
	CONSTRAINT "visit_requests_letter" CHECK((letter_key IS NULL) = (letter_hash IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_requests_code` ON `visit_requests` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `visit_requests_link` ON `visit_requests` (`link_hash`);--> statement-breakpoint
CREATE INDEX `visit_requests_slot` ON `visit_requests` (`place_id`,`day`,`state`);--> statement-breakpoint
CREATE INDEX `visit_requests_state` ON `visit_requests` (`state`,`place_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `visit_requests_day` ON `visit_requests` (`day`,`place_id`);--> statement-breakpoint
CREATE INDEX `visit_requests_forget` ON `visit_requests` (`forget_at`) WHERE sealed IS NOT NULL;--> statement-breakpoint
CREATE TABLE `stage_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text,
	`kind` text NOT NULL,
	`from` integer,
	`to` integer,
	`why` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "stage_moves_kind_known" CHECK(kind IN ('late', 'absent', 'back', 'redraw', 'reopen', 'unreveal'))
);
--> statement-breakpoint
CREATE INDEX `stage_moves_round` ON `stage_moves` (`round_id`,`at`);--> statement-breakpoint
CREATE TABLE `stage_turns` (
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`group` text NOT NULL,
	`ordinal` integer NOT NULL,
	`position` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`revealed_at` integer,
	`started_at` integer,
	`stopped_at` integer,
	`announced` text,
	PRIMARY KEY(`round_id`, `entry_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "stage_turns_state_known" CHECK(state IN ('waiting', 'called', 'open', 'closed', 'revealed', 'absent')),
	CONSTRAINT "stage_turns_announced" CHECK((announced IS NOT NULL) = (state IN ('closed', 'revealed')) AND (closed_at IS NOT NULL) = (announced IS NOT NULL) AND (revealed_at IS NOT NULL) = (state = 'revealed')),
	CONSTRAINT "stage_turns_clock" CHECK(stopped_at IS NULL OR (started_at IS NOT NULL AND stopped_at >= started_at))
);
--> statement-breakpoint
CREATE TABLE `stages` (
	`round_id` text PRIMARY KEY NOT NULL,
	`ask` text NOT NULL,
	`ask_hash` text NOT NULL,
	`drawn_at` integer NOT NULL,
	`current` text,
	`screen` text DEFAULT 'poster' NOT NULL,
	`jurors` text DEFAULT 'labels' NOT NULL,
	`seconds` integer,
	`key_hash` text,
	`key_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "stages_screen_known" CHECK(screen IN ('poster', 'order', 'speaker', 'ranking')),
	CONSTRAINT "stages_key" CHECK((key_hash IS NULL) = (key_at IS NULL)),
	CONSTRAINT "stages_seconds" CHECK(seconds IS NULL OR seconds BETWEEN 10 AND 7200)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stages_keyHash_unique` ON `stages` (`key_hash`);--> statement-breakpoint
CREATE TABLE `scans` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `events` ADD `type` text DEFAULT 'meeting' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `series_id` text REFERENCES series(id);--> statement-breakpoint
ALTER TABLE `events` ADD `chapter_slug` text;--> statement-breakpoint
ALTER TABLE `events` ADD `precision` text DEFAULT 'day' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `when` text;--> statement-breakpoint
ALTER TABLE `events` ADD `venue_note_zh` text;--> statement-breakpoint
ALTER TABLE `events` ADD `venue_note_en` text;--> statement-breakpoint
ALTER TABLE `events` ADD `town_slug` text REFERENCES towns(slug);--> statement-breakpoint
ALTER TABLE `events` ADD `body_zh` text;--> statement-breakpoint
ALTER TABLE `events` ADD `body_en` text;--> statement-breakpoint
ALTER TABLE `events` ADD `host_zh` text;--> statement-breakpoint
ALTER TABLE `events` ADD `host_en` text;--> statement-breakpoint
ALTER TABLE `events` ADD `organizer_zh` text;--> statement-breakpoint
ALTER TABLE `events` ADD `organizer_en` text;--> statement-breakpoint
ALTER TABLE `events` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `events` ADD `programme` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `audiences` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `languages` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `access` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `price` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `album` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `recap_zh` text;--> statement-breakpoint
ALTER TABLE `events` ADD `recap_en` text;--> statement-breakpoint
ALTER TABLE `events` ADD `attendance` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `standing` text DEFAULT 'scheduled' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `standing_why_zh` text;--> statement-breakpoint
ALTER TABLE `events` ADD `standing_why_en` text;--> statement-breakpoint
ALTER TABLE `events` ADD `standing_at` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `demonstration` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `synthetic` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `expires_at` integer;--> statement-breakpoint
CREATE INDEX `events_series` ON `events` (`series_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `events_place` ON `events` (`place_id`);--> statement-breakpoint
ALTER TABLE `objections` ADD `letter_held` text;--> statement-breakpoint
ALTER TABLE `objections` ADD `due_day` text;