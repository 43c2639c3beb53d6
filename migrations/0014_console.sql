CREATE TABLE `members` (
	`email` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`languages` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	CONSTRAINT "members_email" CHECK("members"."email" = lower("members"."email")),
	CONSTRAINT "members_role" CHECK("members"."role" in ('translator', 'publisher', 'admin'))
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`sha256` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`revoked_by` text,
	FOREIGN KEY (`token`) REFERENCES `tokens`(`sha256`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_sha256" CHECK(length("sessions"."sha256") = 64 and "sessions"."sha256" not glob '*[^0-9a-f]*')
);
--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);