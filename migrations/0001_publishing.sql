CREATE TABLE `previews` (
	`sha256` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`slug`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "previews_sha256" CHECK(length("previews"."sha256") = 64 and "previews"."sha256" not glob '*[^0-9a-f]*')
);
--> statement-breakpoint
CREATE INDEX `previews_slug` ON `previews` (`slug`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`extension` text NOT NULL,
	`size` integer NOT NULL,
	`offset` integer NOT NULL,
	`multipart` text NOT NULL,
	`parts` text NOT NULL,
	`attempts` integer NOT NULL,
	`tail` integer NOT NULL,
	`tail_attempt` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	CONSTRAINT "uploads_sha256" CHECK(length("uploads"."sha256") = 64 and "uploads"."sha256" not glob '*[^0-9a-f]*'),
	CONSTRAINT "uploads_offset" CHECK("uploads"."offset" between 0 and "uploads"."size"),
	CONSTRAINT "uploads_parts" CHECK(json_valid("uploads"."parts"))
);
--> statement-breakpoint
CREATE INDEX `uploads_of_blob` ON `uploads` (`sha256`);--> statement-breakpoint
CREATE INDEX `uploads_expiry` ON `uploads` (`expires_at`);--> statement-breakpoint
ALTER TABLE `blobs` ADD `removed_at` text;