CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` text,
	`asked_at` integer NOT NULL,
	`due_day` text NOT NULL,
	`done_at` integer,
	`done_by` text,
	`outcome` text,
	`reason` text,
	CONSTRAINT "erasures_outcome" CHECK(outcome IN ('deleted', 'kept')),
	CONSTRAINT "erasures_answered" CHECK((done_at IS NULL) = (outcome IS NULL) AND (outcome IS 'kept') = (reason IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX `erasures_open` ON `erasures` (`done_at`,`due_day`);--> statement-breakpoint
CREATE INDEX `erasures_person` ON `erasures` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_once` ON `erasures` (`entry_id`,`person_id`) WHERE done_at IS NULL;--> statement-breakpoint
CREATE TABLE `jurors` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`person_id` text,
	`label` text NOT NULL,
	`categories` text,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	`left_why` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "jurors_left" CHECK((left_at IS NULL) = (left_why IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jurors_person` ON `jurors` (`edition_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jurors_label` ON `jurors` (`edition_id`,`label`);--> statement-breakpoint
CREATE INDEX `jurors_of_person` ON `jurors` (`person_id`);--> statement-breakpoint
CREATE TABLE `panel` (
	`round_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`capacity` integer,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	`left_why` text,
	`signed_at` integer,
	`signed_hash` text,
	PRIMARY KEY(`round_id`, `juror_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`juror_id`) REFERENCES `jurors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "panel_left" CHECK((left_at IS NULL) = (left_why IS NULL)),
	CONSTRAINT "panel_signed" CHECK((signed_at IS NULL) = (signed_hash IS NULL))
);
--> statement-breakpoint
CREATE INDEX `panel_juror` ON `panel` (`juror_id`);--> statement-breakpoint
CREATE TABLE `round_entries` (
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`code` text NOT NULL,
	`category_id` text NOT NULL,
	`channel` text NOT NULL,
	`town` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`round_id`, `entry_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_entries_code` ON `round_entries` (`round_id`,`code`);--> statement-breakpoint
CREATE INDEX `round_entries_entry` ON `round_entries` (`entry_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`plan` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`rule` text,
	`rule_hash` text,
	`sealed_at` integer,
	`seed` text,
	`opened_at` integer,
	`closed_at` integer,
	`released_at` integer,
	`again_of` text,
	`synthetic` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "rounds_state_known" CHECK(state IN ('draft', 'sealed', 'open', 'closed', 'released')),
	CONSTRAINT "rounds_sealed" CHECK((state = 'draft') = (sealed_at IS NULL) AND (sealed_at IS NULL) = (rule IS NULL) AND (rule IS NULL) = (rule_hash IS NULL) AND (rule IS NULL) = (seed IS NULL)),
	CONSTRAINT "rounds_opened" CHECK(state IN ('draft', 'sealed') OR opened_at IS NOT NULL),
	CONSTRAINT "rounds_closed" CHECK((state IN ('closed', 'released')) = (closed_at IS NOT NULL)),
	CONSTRAINT "rounds_released" CHECK((state = 'released') = (released_at IS NOT NULL)),
	CONSTRAINT "rounds_dates" CHECK(opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_ordinal` ON `rounds` (`edition_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`why` text,
	`at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	`lifted_why` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`juror_id`) REFERENCES `jurors`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "conflicts_lifted" CHECK((lifted_at IS NULL) = (lifted_why IS NULL) AND (lifted_at IS NULL OR source = 'found'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conflicts_one` ON `conflicts` (`juror_id`,`entry_id`,`kind`,`source`);--> statement-breakpoint
CREATE INDEX `conflicts_entry` ON `conflicts` (`entry_id`);--> statement-breakpoint
CREATE INDEX `conflicts_edition` ON `conflicts` (`edition_id`);--> statement-breakpoint
CREATE TABLE `juror_ties` (
	`id` text PRIMARY KEY NOT NULL,
	`juror_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`juror_id`) REFERENCES `jurors`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `juror_ties_one` ON `juror_ties` (`juror_id`,`kind`,`value`);--> statement-breakpoint
CREATE TABLE `sheet_versions` (
	`task_id` text NOT NULL,
	`revision` integer NOT NULL,
	`act` text NOT NULL,
	`sheet` text,
	`total` integer,
	`key` text,
	`typed_at` integer,
	`person_id` text,
	`why` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`task_id`, `revision`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sheet_versions_key` ON `sheet_versions` (`task_id`,`key`);--> statement-breakpoint
CREATE TABLE `task_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`second` real,
	`criterion_id` text,
	`text` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_notes_task` ON `task_notes` (`task_id`,`at`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`kind` text DEFAULT 'score' NOT NULL,
	`wave` integer DEFAULT 1 NOT NULL,
	`position` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`origin` text DEFAULT 'draw' NOT NULL,
	`assigned_at` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`sheet` text,
	`total` integer,
	`scored_at` integer,
	`locked_at` integer,
	`ended_at` integer,
	`why` text,
	`opened_at` integer,
	`watched` text DEFAULT '[]' NOT NULL,
	`share` real DEFAULT 0 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`juror_id`) REFERENCES `jurors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "tasks_state_known" CHECK(state IN ('open', 'scored', 'locked', 'recused', 'moved', 'aside')),
	CONSTRAINT "tasks_scored" CHECK((scored_at IS NULL) = (sheet IS NULL)),
	CONSTRAINT "tasks_locked" CHECK((state = 'locked') <= (locked_at IS NOT NULL)),
	CONSTRAINT "tasks_whole" CHECK(state NOT IN ('scored', 'locked') OR sheet IS NOT NULL),
	CONSTRAINT "tasks_ended" CHECK((state IN ('recused', 'moved', 'aside')) = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (why IS NULL)),
	CONSTRAINT "tasks_share" CHECK(share >= 0 AND share <= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_one` ON `tasks` (`round_id`,`entry_id`,`juror_id`,`kind`);--> statement-breakpoint
CREATE INDEX `tasks_juror` ON `tasks` (`juror_id`,`round_id`,`position`);--> statement-breakpoint
CREATE INDEX `tasks_entry` ON `tasks` (`entry_id`,`round_id`);--> statement-breakpoint
CREATE INDEX `tasks_round` ON `tasks` (`round_id`,`state`);--> statement-breakpoint
CREATE TABLE `judging_phase_mails` (
	`phase_id` text NOT NULL,
	`juror_id` text NOT NULL,
	`mail_id` text NOT NULL,
	PRIMARY KEY(`phase_id`, `juror_id`),
	FOREIGN KEY (`phase_id`) REFERENCES `judging_phases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`juror_id`) REFERENCES `jurors`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `judging_phases` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`round_id` text,
	`phase` text NOT NULL,
	`mark` integer NOT NULL,
	`seq` integer NOT NULL,
	`records` integer NOT NULL,
	`hashes` text NOT NULL,
	`facts` text NOT NULL,
	`at` integer NOT NULL,
	`size` integer,
	`root` text,
	`note` text,
	`signed_at` integer,
	`mailed` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "judging_phases_known" CHECK(phase IN ('sealed', 'opened', 'closed', 'released', 'notice', 'final', 'interim')),
	CONSTRAINT "judging_phases_signed" CHECK((size IS NULL) = (note IS NULL) AND (note IS NULL) = (root IS NULL) AND (note IS NULL) = (signed_at IS NULL) AND (size IS NULL OR size >= seq)),
	CONSTRAINT "judging_phases_mailed" CHECK(mailed IS NULL OR note IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `judging_phases_mark` ON `judging_phases` (`edition_id`,`mark`);--> statement-breakpoint
CREATE UNIQUE INDEX `judging_phases_seq` ON `judging_phases` (`seq`);--> statement-breakpoint
CREATE TABLE `judging_records` (
	`seq` integer PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`round_id` text,
	`noun` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `judging_records_edition` ON `judging_records` (`edition_id`,`seq`);--> statement-breakpoint
CREATE TABLE `draws` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`ask` text NOT NULL,
	`ask_hash` text NOT NULL,
	`result_hash` text NOT NULL,
	`report` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "draws_kind_known" CHECK(kind IN ('draw', 'repair', 'adaptive'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draws_number` ON `draws` (`round_id`,`number`);--> statement-breakpoint
CREATE INDEX `draws_round` ON `draws` (`round_id`,`at`);--> statement-breakpoint
CREATE TABLE `conflict_lifts` (
	`conflict_id` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`conflict_id`) REFERENCES `conflicts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `certificate_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`design_version` integer NOT NULL,
	`count` integer NOT NULL,
	`issued_by` text,
	`issued_at` integer NOT NULL,
	`mail_asked_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "certificate_batches_count" CHECK(count > 0)
);
--> statement-breakpoint
CREATE INDEX `certificate_batches_edition` ON `certificate_batches` (`edition_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `certificate_designs` (
	`edition_id` text NOT NULL,
	`version` integer NOT NULL,
	`design` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `version`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `certificate_mails` (
	`certificate_id` text NOT NULL,
	`person_id` text NOT NULL,
	`mail_id` text NOT NULL,
	PRIMARY KEY(`certificate_id`, `person_id`),
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `certificate_mails_mail` ON `certificate_mails` (`mail_id`);--> statement-breakpoint
CREATE TABLE `certificate_names` (
	`certificate_id` text PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`edition_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`entry_id` text,
	`prize_id` text NOT NULL,
	`printed` text NOT NULL,
	`number` text NOT NULL,
	`design_version` integer NOT NULL,
	`issued_by` text,
	`issued_at` integer NOT NULL,
	`replaces` text,
	`revoked_at` integer,
	`revoked_by` text,
	`revoked_for` text,
	`downloaded_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `certificate_batches`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`replaces`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "certificates_code_whole" CHECK(length(code) = 20),
	CONSTRAINT "certificates_revoked" CHECK((revoked_at IS NULL) = (revoked_for IS NULL) AND (revoked_by IS NULL OR revoked_at IS NOT NULL)),
	CONSTRAINT "certificates_revoked_known" CHECK(revoked_for IN ('corrected', 'withdrawn', 'mistake')),
	CONSTRAINT "certificates_order" CHECK(revoked_at IS NULL OR revoked_at >= issued_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_code` ON `certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_holds` ON `certificates` (`edition_id`,`entry_id`,`prize_id`) WHERE revoked_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_replaces` ON `certificates` (`replaces`);--> statement-breakpoint
CREATE INDEX `certificates_edition` ON `certificates` (`edition_id`,`number`);--> statement-breakpoint
CREATE INDEX `certificates_batch` ON `certificates` (`batch_id`);--> statement-breakpoint
CREATE INDEX `certificates_entry` ON `certificates` (`entry_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`verdict` text NOT NULL,
	`prize_id` text,
	`origin` text NOT NULL,
	`place` integer,
	`figure` integer,
	`tie` text,
	`why` text,
	`person_id` text,
	`at` integer NOT NULL,
	`released_at` integer,
	PRIMARY KEY(`round_id`, `entry_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`prize_id`) REFERENCES `prizes`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "decisions_award" CHECK(prize_id IS NULL OR verdict = 'award')
);
--> statement-breakpoint
CREATE INDEX `decisions_entry` ON `decisions` (`entry_id`);--> statement-breakpoint
CREATE TABLE `deliberations` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text,
	`person_id` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `deliberations_round` ON `deliberations` (`round_id`,`at`);--> statement-breakpoint
CREATE TABLE `prizes` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`categories` text,
	`most` integer NOT NULL,
	`each` integer DEFAULT false NOT NULL,
	`least` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "prizes_most" CHECK(most > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `prizes_ordinal` ON `prizes` (`edition_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `releases` (
	`round_id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`digest` text NOT NULL,
	`told` integer DEFAULT 0 NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "releases_confirmed" CHECK((confirmed_by IS NULL) = (confirmed_at IS NULL)),
	CONSTRAINT "releases_two_persons" CHECK(confirmed_by IS NULL OR confirmed_by <> asked_by)
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`round_id` text NOT NULL,
	`kind` text NOT NULL,
	`days` integer NOT NULL,
	`published_at` integer NOT NULL,
	`until` integer NOT NULL,
	`contact` text NOT NULL,
	`note` text,
	`published_by` text NOT NULL,
	`asked_by` text,
	`asked_at` integer,
	`final_by` text,
	`final_at` integer,
	`replaced_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "notices_days" CHECK(days > 0 AND published_at < until),
	CONSTRAINT "notices_final" CHECK((final_at IS NULL) = (final_by IS NULL)),
	CONSTRAINT "notices_asked" CHECK((asked_at IS NULL) = (asked_by IS NULL)),
	CONSTRAINT "notices_two_persons" CHECK(final_by IS NULL OR final_by <> asked_by),
	CONSTRAINT "notices_in_time" CHECK(final_at IS NULL OR final_at >= until),
	CONSTRAINT "notices_one_end" CHECK(final_at IS NULL OR replaced_at IS NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_ordinal` ON `notices` (`edition_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`receipt_hash` text NOT NULL,
	`kind` text NOT NULL,
	`ground` text NOT NULL,
	`sealed` text,
	`letter_key` text,
	`letter_hash` text,
	`state` text DEFAULT 'received' NOT NULL,
	`received_at` integer NOT NULL,
	`again_round_id` text,
	`old_figure` integer,
	`new_figure` integer,
	`outcome` text,
	`decided_at` integer,
	`decided_by` text,
	`forget_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`again_round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "objections_state_known" CHECK(state IN ('received', 'judging', 'dismissed', 'upheld', 'rejected', 'withdrawn')),
	CONSTRAINT "objections_decided" CHECK((state IN ('dismissed', 'upheld', 'rejected')) = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (outcome IS NULL)),
	CONSTRAINT "objections_again" CHECK(state <> 'judging' OR again_round_id IS NOT NULL),
	CONSTRAINT "objections_letter" CHECK((letter_key IS NULL) = (letter_hash IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_receipt` ON `objections` (`receipt_hash`);--> statement-breakpoint
CREATE INDEX `objections_notice` ON `objections` (`notice_id`,`state`);--> statement-breakpoint
CREATE INDEX `objections_entry` ON `objections` (`entry_id`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` text PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`finding` text,
	`since` integer NOT NULL,
	CONSTRAINT "quarantine_noun_known" CHECK(noun IN ('films', 'media')),
	CONSTRAINT "quarantine_state_known" CHECK(state IN ('waiting', 'found'))
);
--> statement-breakpoint
ALTER TABLE `uploads` ADD `first_at` integer;--> statement-breakpoint
ALTER TABLE `uploads` ADD `last_at` integer;