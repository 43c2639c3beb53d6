CREATE TABLE `blobs` (
	`sha256` text PRIMARY KEY NOT NULL,
	`extension` text NOT NULL,
	`size` integer NOT NULL,
	`created_at` text NOT NULL,
	CONSTRAINT "blobs_sha256" CHECK(length("blobs"."sha256") = 64 and "blobs"."sha256" not glob '*[^0-9a-f]*'),
	CONSTRAINT "blobs_size" CHECK("blobs"."size" >= 0)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`slug` text NOT NULL,
	`from_revision` integer,
	`to_revision` integer NOT NULL,
	FOREIGN KEY (`slug`,`to_revision`) REFERENCES `revisions`(`slug`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_action" CHECK("events"."action" in ('apply', 'rollback', 'withdraw', 'restore'))
);
--> statement-breakpoint
CREATE INDEX `events_slug` ON `events` (`slug`,`id`);--> statement-breakpoint
CREATE TABLE `revision_blobs` (
	`slug` text NOT NULL,
	`number` integer NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`slug`, `number`, `sha256`),
	FOREIGN KEY (`sha256`) REFERENCES `blobs`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slug`,`number`) REFERENCES `revisions`(`slug`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_blobs_sha256` ON `revision_blobs` (`sha256`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`slug` text NOT NULL,
	`number` integer NOT NULL,
	`digest` text NOT NULL,
	`record` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`slug`, `number`),
	CONSTRAINT "revisions_slug" CHECK(length("revisions"."slug") between 1 and 80 and "revisions"."slug" not glob '*[^a-z0-9-]*'),
	CONSTRAINT "revisions_number" CHECK("revisions"."number" >= 1),
	CONSTRAINT "revisions_digest" CHECK(length("revisions"."digest") = 64 and "revisions"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "revisions_record" CHECK(json_valid("revisions"."record"))
);
--> statement-breakpoint
CREATE TABLE `texts` (
	`slug` text NOT NULL,
	`language` text NOT NULL,
	`format` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`slug`, `language`),
	FOREIGN KEY (`slug`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "texts_format" CHECK("texts"."format" in ('cues', 'markdown')),
	CONSTRAINT "texts_body" CHECK("texts"."format" <> 'cues' or json_valid("texts"."body"))
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`sha256` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	CONSTRAINT "tokens_sha256" CHECK(length("tokens"."sha256") = 64 and "tokens"."sha256" not glob '*[^0-9a-f]*')
);
--> statement-breakpoint
CREATE TABLE `works` (
	`slug` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`digest` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`date_published` text NOT NULL,
	`series` text,
	`place` integer NOT NULL,
	`public_record` text NOT NULL,
	FOREIGN KEY (`series`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slug`,`revision`) REFERENCES `revisions`(`slug`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "works_slug" CHECK(length("works"."slug") between 1 and 80 and "works"."slug" not glob '*[^a-z0-9-]*'),
	CONSTRAINT "works_digest" CHECK(length("works"."digest") = 64 and "works"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "works_kind" CHECK("works"."kind" in ('Library', 'Series', 'Episode', 'Document')),
	CONSTRAINT "works_status" CHECK("works"."status" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "works_public_record" CHECK(json_valid("works"."public_record"))
);
--> statement-breakpoint
CREATE INDEX `works_newest` ON `works` (`date_published`,`slug`) WHERE status = 'published' and kind in ('Episode', 'Document');--> statement-breakpoint
CREATE INDEX `works_newest_of_kind` ON `works` (`kind`,`date_published`,`slug`) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX `works_newest_of_series` ON `works` (`series`,`date_published`,`slug`) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX `works_in_series` ON `works` (`series`,`place`,`slug`) WHERE status = 'published';