-- An upload may begin without the file's digest: the server computes it. SQLite drops NOT NULL only by copying.
CREATE TABLE `__new_uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text,
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
	CONSTRAINT "uploads_sha256" CHECK(length("sha256") = 64 and "sha256" not glob '*[^0-9a-f]*'),
	CONSTRAINT "uploads_offset" CHECK("offset" between 0 and "size"),
	CONSTRAINT "uploads_parts" CHECK(json_valid("parts"))
);
--> statement-breakpoint
INSERT INTO `__new_uploads`("id", "sha256", "extension", "size", "offset", "multipart", "parts", "attempts", "tail", "tail_attempt", "created_at", "expires_at") SELECT "id", "sha256", "extension", "size", "offset", "multipart", "parts", "attempts", "tail", "tail_attempt", "created_at", "expires_at" FROM `uploads`;--> statement-breakpoint
DROP TABLE `uploads`;--> statement-breakpoint
ALTER TABLE `__new_uploads` RENAME TO `uploads`;--> statement-breakpoint
CREATE INDEX `uploads_of_blob` ON `uploads` (`sha256`);--> statement-breakpoint
CREATE INDEX `uploads_expiry` ON `uploads` (`expires_at`);