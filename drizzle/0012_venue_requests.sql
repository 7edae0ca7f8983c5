-- Nothing wrote this table before.
DROP TABLE `venue_requests`;--> statement-breakpoint
CREATE TABLE `venue_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`place_id` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`spans` text NOT NULL,
	`precision` text DEFAULT 'minute' NOT NULL,
	`granted` text DEFAULT '[]' NOT NULL,
	`overridden` integer DEFAULT false NOT NULL,
	`heads` integer,
	`note` text,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`why` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `venue_requests_open` ON `venue_requests` (`state`,`place_id`);--> statement-breakpoint
CREATE INDEX `venue_requests_event` ON `venue_requests` (`event_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `venue_requests_one` ON `venue_requests` (`event_id`,`place_id`) WHERE state = 'asked';