CREATE TABLE `report_counts` (
	`slug` text PRIMARY KEY NOT NULL,
	`hour` text NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`language` text NOT NULL,
	`start` real,
	`quote` text NOT NULL,
	`words` text NOT NULL,
	`received_on` text NOT NULL,
	`state` text NOT NULL,
	`done_by` text,
	`done_at` text,
	`deleted_by` text,
	`deleted_at` text,
	FOREIGN KEY (`slug`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_state" CHECK("reports"."state" in ('open', 'done', 'deleted')),
	CONSTRAINT "reports_day" CHECK(length("reports"."received_on") = 10),
	CONSTRAINT "reports_deleted" CHECK("reports"."state" <> 'deleted' or "reports"."words" = '')
);
--> statement-breakpoint
CREATE INDEX `reports_by_state` ON `reports` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `reports_of_work` ON `reports` (`slug`,`id`);