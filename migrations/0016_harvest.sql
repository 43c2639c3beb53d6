CREATE TABLE `harvest` (
	`id` text NOT NULL,
	`is_deleted` integer NOT NULL,
	`slug` text NOT NULL,
	`datestamp` text NOT NULL,
	`series` text,
	PRIMARY KEY(`id`, `is_deleted`),
	CONSTRAINT "harvest_slug" CHECK(length("harvest"."slug") between 1 and 80 and "harvest"."slug" not glob '*[^a-z0-9-]*'),
	CONSTRAINT "harvest_id" CHECK(length("harvest"."id") = 16),
	CONSTRAINT "harvest_datestamp" CHECK(length("harvest"."datestamp") = 20)
);
--> statement-breakpoint
CREATE INDEX `harvest_slug` ON `harvest` (`slug`);--> statement-breakpoint
CREATE INDEX `harvest_by_date` ON `harvest` (`datestamp`,`id`,`is_deleted`);--> statement-breakpoint
CREATE INDEX `harvest_of_series` ON `harvest` (`series`,`datestamp`,`id`,`is_deleted`);--> statement-breakpoint
-- The works of a library that is there already: public ones, scheduled ones, and as deleted those that were withdrawn
-- or made drafts after they were public.
INSERT INTO `harvest` (`id`, `is_deleted`, `slug`, `datestamp`, `series`)
SELECT
	(SELECT substr(digest, 1, 16) FROM revisions WHERE revisions.slug = changed.slug ORDER BY number LIMIT 1),
	status <> 'published', slug,
	CASE status WHEN 'published'
		THEN max(at, coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', date_published, '+0.999 seconds'), ''))
		ELSE at END,
	series
FROM (
	SELECT works.slug, works.status, works.series, works.date_published, strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(
		(SELECT max(at) FROM events WHERE events.slug = works.slug), revisions.created_at)) AS at
	FROM works JOIN revisions ON revisions.slug = works.slug AND revisions.number = works.revision
	WHERE works.kind IN ('Episode', 'Document')
) changed
WHERE status <> 'draft' OR EXISTS (
	SELECT 1 FROM revisions WHERE revisions.slug = changed.slug AND record ->> '$.status' = 'published'
		AND coalesce(record ->> '$.datePublished', '') <= at);
