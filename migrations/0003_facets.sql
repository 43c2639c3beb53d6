-- drizzle knows no WITHOUT ROWID; without a row beside its key, a shelf's row is written and kept once.
CREATE TABLE `shelves` (
	`kind` text NOT NULL,
	`series` text NOT NULL,
	`language` text NOT NULL,
	`topic` text NOT NULL,
	`date_published` text NOT NULL,
	`slug` text NOT NULL,
	PRIMARY KEY(`kind`, `series`, `language`, `topic`, `date_published`, `slug`),
	FOREIGN KEY (`slug`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `shelves_slug` ON `shelves` (`slug`);--> statement-breakpoint
-- What is in the library already, as src/storage/lists/facet-index.ts puts it there. Capitals beyond A–Z are left to
-- `POST /api/v1/staff/search-index`, which makes all of it anew.
INSERT OR IGNORE INTO `shelves`
WITH held AS (
	SELECT slug, kind, series, date_published, public_record FROM works
	WHERE status = 'published' AND kind IN ('Episode', 'Document')
), spoken(slug, language) AS (
	SELECT slug, public_record ->> 'inLanguage' FROM held WHERE kind = 'Episode'
	UNION SELECT held.slug, track.value ->> 'inLanguage' FROM held, json_each(public_record, '$.captions') track
	WHERE track.value ->> 'kind' <> 'descriptions'
	UNION SELECT held.slug, text.value ->> 'inLanguage' FROM held, json_each(public_record, '$.texts') text
), languages(slug, language) AS (
	SELECT slug, '' FROM held UNION SELECT slug, substr(language, 1, instr(language || '-', '-') - 1) FROM spoken
), topics(slug, topic) AS (
	SELECT slug, '' FROM held
	UNION SELECT held.slug, lower(trim(keyword.value)) FROM held, json_each(public_record, '$.keywords') keyword
), places(slug, kind, series) AS (
	SELECT slug, '', '' FROM held
	UNION ALL SELECT slug, kind, '' FROM held
	UNION ALL SELECT slug, '', series FROM held WHERE series IS NOT NULL
)
SELECT places.kind, places.series, language, topic, date_published, slug
FROM held JOIN places USING (slug) JOIN languages USING (slug) JOIN topics USING (slug)
WHERE language <> '' OR topic <> '';
