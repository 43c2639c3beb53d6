-- The field's own names: a facet index was called shelves, a position in a series place. All data is kept.
ALTER TABLE `shelves` RENAME TO `facet_index`;--> statement-breakpoint
DROP INDEX `shelves_slug`;--> statement-breakpoint
CREATE INDEX `facet_index_slug` ON `facet_index` (`slug`);--> statement-breakpoint
ALTER TABLE `works` RENAME COLUMN `place` TO `position`;--> statement-breakpoint
-- SQLite adds no constraint to a table that is there. This one names the reason why a revision is refused
-- whose file was removed meanwhile (src/storage/constraints.ts).
CREATE TABLE `revision_blobs_with_check` (
	`slug` text NOT NULL,
	`number` integer NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`slug`, `number`, `sha256`),
	FOREIGN KEY (`sha256`) REFERENCES `blobs`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slug`,`number`) REFERENCES `revisions`(`slug`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "revision_blobs_stored" CHECK(length("sha256") = 64)
);
--> statement-breakpoint
INSERT INTO `revision_blobs_with_check` SELECT `slug`, `number`, `sha256` FROM `revision_blobs`;--> statement-breakpoint
DROP TABLE `revision_blobs`;--> statement-breakpoint
ALTER TABLE `revision_blobs_with_check` RENAME TO `revision_blobs`;--> statement-breakpoint
CREATE INDEX `revision_blobs_sha256` ON `revision_blobs` (`sha256`);
