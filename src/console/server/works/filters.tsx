import * as z from "zod";
import { isLanguageTag } from "../../../i18n/tag.ts";
import { type QueryParameters, queryString } from "../../../records/addresses.ts";
import { slug } from "../../../records/schema/slug.ts";
import { LanguageFilter } from "../language-filter.tsx";
import type { ConsoleView } from "../layout.tsx";

const statuses = ["draft", "scheduled", "published", "withdrawn"] as const;
const needs = ["missing", "machine", "stale"] as const;

/** What the list's address says. What isn't valid, or is empty as in a form, is left out. */
const listFilters = z.object({
  status: z.enum(statuses).optional().catch(undefined),
  needs: z.enum(needs).optional().catch(undefined),
  language: z
    .string()
    .refine((tag) => isLanguageTag(tag))
    .optional()
    .catch(undefined),
  find: z.string().trim().max(100).catch("").default(""),
  after: z
    .string()
    .transform((text, context) => {
      const [, event = "", name] = /^(\d{1,15})~(.*)$/.exec(text) ?? [];
      const parsed = slug.safeParse(name);
      if (parsed.success) return { event: Number(event), slug: parsed.data };
      context.addIssue({ code: "custom", message: "isn't a cursor" });
      return z.NEVER;
    })
    .optional()
    .catch(undefined),
});
export type ListFilterValues = z.output<typeof listFilters>;

export function readFilters(query: QueryParameters): ListFilterValues {
  return listFilters.parse(query);
}

/** The filters as an address has them, with its `?`; empty if there are none. */
export function toQuery({ after, ...filters }: ListFilterValues): string {
  return queryString({
    ...filters,
    after: after === undefined ? undefined : `${after.event}~${after.slug}`,
  });
}

/** The filters of the list: a form, which needs no script. */
export function ListFilters({
  view,
  filters,
  offered,
}: {
  view: ConsoleView;
  filters: ListFilterValues;
  offered: readonly string[];
}) {
  const { strings } = view;
  const languages = [...new Set([...offered, ...(filters.language ? [filters.language] : [])])];
  return (
    <form action="/staff" class="list-filters" aria-label={strings.filters}>
      <label>
        {strings.find}
        <input type="search" name="find" value={filters.find} maxlength={100} />
      </label>
      <label>
        {strings.status}
        <select name="status">
          <option value="">{strings.anyStatus}</option>
          {statuses.map((status) => (
            <option value={status} selected={status === filters.status}>
              {strings.statuses[status]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {strings.texts}
        <select name="needs">
          <option value="">{strings.anyTexts}</option>
          {needs.map((need) => (
            <option value={need} selected={need === filters.needs}>
              {strings.needs[need]}
            </option>
          ))}
        </select>
      </label>
      <LanguageFilter view={view} languages={languages} selected={filters.language} />
      <button type="submit">{strings.show}</button>
    </form>
  );
}
