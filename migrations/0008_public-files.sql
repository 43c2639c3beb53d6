-- Which files are public (DESIGN 3): those that the current revision of a published work names.
CREATE TABLE `public_files` (
	`sha256` text NOT NULL,
	`slug` text NOT NULL,
	`published_from` text NOT NULL,
	PRIMARY KEY(`sha256`, `slug`),
	FOREIGN KEY (`slug`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `public_files_slug` ON `public_files` (`slug`);--> statement-breakpoint
-- Those of a library that is there already. What is published by the former release between this migration and
-- the deployment is added by the next sweep (src/storage/files/public-files.ts).
INSERT INTO `public_files`
SELECT named.sha256, works.slug, works.date_published
FROM works JOIN revision_blobs named ON named.slug = works.slug AND named.number = works.revision
WHERE works.status = 'published';
--> statement-breakpoint
-- Files that a withdrawal removed: refused until their work is restored.
CREATE TABLE `withdrawn_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`withdrawn_at` text NOT NULL,
	`restoring_until` text,
	CONSTRAINT "withdrawn_files_sha256" CHECK(length("sha256") = 64 and "sha256" not glob '*[^0-9a-f]*')
);
--> statement-breakpoint
CREATE INDEX `withdrawn_files_slug` ON `withdrawn_files` (`slug`);--> statement-breakpoint
-- Those of the works that are withdrawn already; the first withdrawal of a file counts.
INSERT OR IGNORE INTO `withdrawn_files`
SELECT named.sha256, works.slug, coalesce(
	(SELECT max(at) FROM events WHERE events.slug = works.slug AND action = 'withdraw'), revisions.created_at), NULL
FROM works
JOIN revisions ON revisions.slug = works.slug AND revisions.number = works.revision
JOIN revision_blobs named ON named.slug = works.slug
WHERE works.status = 'withdrawn' AND named.sha256 NOT IN (SELECT sha256 FROM public_files)
ORDER BY 3, 2;
--> statement-breakpoint
-- The audit trail outlives a deleted draft: it refers to no revision any more. SQLite changes no constraint of a
-- table that is there.
CREATE TABLE `events_without_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`slug` text NOT NULL,
	`from_revision` integer,
	`to_revision` integer NOT NULL,
	CONSTRAINT "events_action" CHECK("action" in ('apply', 'rollback', 'withdraw', 'restore', 'delete'))
);
--> statement-breakpoint
INSERT INTO `events_without_revisions` SELECT `id`, `at`, `actor`, `action`, `slug`, `from_revision`, `to_revision` FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `events_without_revisions` RENAME TO `events`;--> statement-breakpoint
CREATE INDEX `events_slug` ON `events` (`slug`,`id`);
