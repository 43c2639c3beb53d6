-- Addresses of before a rename: each leads to one work (src/storage/tables/former-slugs.ts).
CREATE TABLE `former_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`work` text NOT NULL,
	FOREIGN KEY (`work`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "former_slugs_slug" CHECK(length("former_slugs"."slug") between 1 and 80 and "former_slugs"."slug" not glob '*[^a-z0-9-]*')
);
--> statement-breakpoint
CREATE INDEX `former_slugs_work` ON `former_slugs` (`work`);
