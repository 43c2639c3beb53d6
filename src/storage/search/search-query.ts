import type { SearchFilters } from "../../search/query/match.ts";
import type { SearchTerm } from "../../search/query/query.ts";

export interface SearchQuery extends SearchFilters {
  /** The slug of the works' series, or one that it had before. */
  readonly series?: string | undefined;
  /** The slug of one work, or one that it had before. */
  readonly work?: string | undefined;
  /** At least one. */
  readonly terms: readonly SearchTerm[];
  /** The reader's language: results in it come first. */
  readonly language: string;
  /** The maximum number of works. */
  readonly limit: number;
  /** ISO 8601 in UTC: works scheduled for later aren't found. */
  readonly now: string;
}
