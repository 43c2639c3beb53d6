ALTER TABLE `tokens` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `tokens` ADD `revoked_by` text;