CREATE TABLE `store_comparison` (
	`id` integer PRIMARY KEY NOT NULL,
	`compared_up_to` text NOT NULL,
	CONSTRAINT "store_comparison_one_row" CHECK("store_comparison"."id" = 1)
);
