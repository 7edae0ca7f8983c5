ALTER TABLE `outbox` ADD `booking_id` text REFERENCES bookings(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `mailing_id` text REFERENCES signup_mails(id) ON DELETE SET NULL;--> statement-breakpoint
CREATE INDEX `outbox_booking` ON `outbox` (`booking_id`) WHERE booking_id IS NOT NULL;