CREATE TABLE `drafts` (
	`slug` text NOT NULL,
	`part` text NOT NULL,
	`language` text NOT NULL,
	`based_on` text,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`slug`, `part`, `language`),
	FOREIGN KEY (`slug`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drafts_part" CHECK("drafts"."part" in ('captions', 'subtitles', 'descriptions', 'text')),
	CONSTRAINT "drafts_state" CHECK("drafts"."state" in ('working', 'ready')),
	CONSTRAINT "drafts_based_on" CHECK(length("drafts"."based_on") = 64 and "drafts"."based_on" not glob '*[^0-9a-f]*')
);
--> statement-breakpoint
CREATE INDEX `drafts_saved` ON `drafts` (`saved_at`);--> statement-breakpoint
ALTER TABLE `tokens` ADD `languages` text DEFAULT '' NOT NULL;