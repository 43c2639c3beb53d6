-- One row a work and language (src/search/rows.ts). drizzle knows no virtual tables: this is written by hand.
-- Marks belong to words, or Thai and Khmer would fall apart; accents and tone marks are left out of comparison.
CREATE VIRTUAL TABLE `search` USING fts5(
	facets, name, description, also, body,
	language UNINDEXED, date_published UNINDEXED, item UNINDEXED, source UNINDEXED,
	tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
--> statement-breakpoint
-- A word in a title says most. Facets narrow a search and say nothing about how near a work is.
INSERT INTO `search`(`search`, `rank`) VALUES ('rank', 'bm25(0.0, 12.0, 4.0, 3.0, 1.0)');
