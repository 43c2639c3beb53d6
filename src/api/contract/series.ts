import * as z from "zod";
import type { Immutable } from "./immutable.ts";
import { type PublicSeries, publicSeries } from "./public-work.ts";
import { nextPage, summaryFields, type WorkSummary, workSummary } from "./works.ts";

/** The read API's series. */

export const seriesSummary = z.object({ ...summaryFields, kind: z.literal("Series") });
export type SeriesSummary = Immutable<z.infer<typeof seriesSummary>>;

export const seriesList = z.object({ items: z.array(seriesSummary), next: nextPage });
export type SeriesList = Immutable<z.infer<typeof seriesList>>;

/** A series with a page of its episodes. */
export const seriesWithEpisodes = publicSeries.extend({
  episodes: z.array(workSummary).describe("In the order of the series."),
  next: nextPage,
});
export type SeriesWithEpisodes = PublicSeries & {
  readonly episodes: readonly WorkSummary[];
  readonly next: string | null;
};
