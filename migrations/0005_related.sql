CREATE TABLE `relations` (
	`slug` text NOT NULL,
	`related` text NOT NULL,
	PRIMARY KEY(`slug`, `related`),
	FOREIGN KEY (`slug`) REFERENCES `works`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relations_of` ON `relations` (`related`);--> statement-breakpoint
ALTER TABLE `works` ADD `related` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- What is in the library already, as src/storage/related.ts puts it there.
INSERT OR IGNORE INTO `relations`
SELECT works.slug, named.value FROM works, json_each(public_record, '$.related') named;
--> statement-breakpoint
UPDATE works SET related = (select json_group_array(json(card)) from (
  select json_object('digest', r.digest, 'since', r.date_published, 'kind', r.kind, 'slug', r.slug,
      'inLanguage', r.public_record ->> 'inLanguage', 'name', r.public_record -> 'name',
      'duration', r.public_record ->> 'duration') as card
    from (
      select value as slug, min(key) as place from json_each(works.public_record, '$.related')
      group by value
      union all
      select slug, 1e9 from relations where related = works.slug
        and slug not in (select value from json_each(works.public_record, '$.related'))
    ) found
    cross join works r on r.slug = found.slug
    where r.slug <> works.slug and r.status = 'published' and r.kind <> 'Library'
      and (found.place < 1e9
        or works.slug in (select value from json_each(r.public_record, '$.related')))
    order by found.place, r.date_published desc, r.slug limit 12))
WHERE slug IN (SELECT slug FROM relations UNION SELECT related FROM relations);
