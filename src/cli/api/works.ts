import * as z from "zod";
import { type LibraryItem, record } from "../../records/schema/record.ts";
import type { Settings } from "../config/settings.ts";
import { parseAnswer, requestStaffApi } from "./client.ts";

/** The works of a library with their history: what the command line asks of them, and does with them. */

const status = z.enum(["draft", "published", "withdrawn"]);
const kind = z.enum(["Library", "Series", "Episode", "Document"]);

const listed = z.object({
  items: z.array(
    z.object({ slug: z.string(), kind, status, revision: z.number(), datePublished: z.string() }),
  ),
  next: z.string().nullable(),
});

const history = z.object({
  slug: z.string(),
  kind,
  status,
  current: z.number(),
  digest: z.string(),
  revisions: z.array(z.object({ number: z.number(), digest: z.string(), createdAt: z.string() })),
  events: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      action: z.enum(["apply", "rollback", "withdraw", "restore"]),
      fromRevision: z.number().nullable(),
      toRevision: z.number(),
    }),
  ),
  blobs: z.array(
    z.object({
      sha256: z.string(),
      extension: z.string(),
      size: z.number(),
      removedAt: z.string().nullable(),
    }),
  ),
});

const revision = z.object({
  number: z.number(),
  digest: z.string(),
  createdAt: z.string(),
  record,
});

const changed = z.object({
  slug: z.string(),
  change: z.enum(["rollback", "withdraw", "restore", "none"]),
  revision: z.number(),
  digest: z.string(),
  removed: z.number().optional(),
});

const preview = z.object({
  slug: z.string(),
  url: z.string(),
  embed: z.string().nullable(),
  expiresAt: z.string(),
});

const swept = z.array(z.object({ sha256: z.string(), size: z.number() }));
const sweep = z.object({
  dryRun: z.boolean(),
  uploads: z.array(z.string()),
  previews: z.number(),
  blobs: swept,
  strays: swept,
  lost: z.array(z.string()),
});

export type ListedWork = z.infer<typeof listed>["items"][number];
export type WorkHistory = z.infer<typeof history>;
export type WorkRevision = z.infer<typeof revision>;
export type ChangeResult = z.infer<typeof changed>;

/** Every work there is, whatever its status, in the alphabet's order. */
export async function listWorks(settings: Settings): Promise<ListedWork[]> {
  const works: ListedWork[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const answer = await requestStaffApi(settings, `works?after=${after}`);
    const page: z.infer<typeof listed> = parseAnswer(listed, answer, settings.url);
    works.push(...page.items);
    after = page.next;
  }
  return works;
}

/** @throws Refused where no work has the slug */
export async function fetchHistory(settings: Settings, slug: string): Promise<WorkHistory> {
  return parseAnswer(
    history,
    await requestStaffApi(settings, `${pathOf(slug)}/history`),
    settings.url,
  );
}

/** @throws Refused where the work has no such revision */
export async function fetchRevision(
  settings: Settings,
  slug: string,
  number: number,
): Promise<WorkRevision> {
  const answer = await requestStaffApi(settings, `${pathOf(slug)}/revisions/${number}`);
  return parseAnswer(revision, answer, settings.url);
}

/** A work's current record. */
export async function fetchCurrent(
  settings: Settings,
  { slug, current }: WorkHistory,
): Promise<LibraryItem> {
  return (await fetchRevision(settings, slug, current)).record;
}

/**
 * Changes a work.
 * @param replaces the digest of the revision that was looked at: the server refuses if it has moved
 */
export async function changeWork(
  settings: Settings,
  slug: string,
  change: "rollback" | "withdraw" | "restore",
  body: object,
  replaces: string | undefined,
): Promise<ChangeResult> {
  const condition = replaces === undefined ? {} : { "if-match": `"${replaces}"` };
  const answer = await post(settings, `${pathOf(slug)}/${change}`, body, condition);
  return parseAnswer(changed, answer, settings.url);
}

/** Makes a link that shows a draft. */
export async function createPreview(
  settings: Settings,
  slug: string,
  hours: number | undefined,
): Promise<z.infer<typeof preview>> {
  const answer = await post(settings, `${pathOf(slug)}/preview`, { hours });
  return parseAnswer(preview, answer, settings.url);
}

/** Does what the daily cron does, or says what it would do. */
export async function requestSweep(
  settings: Settings,
  dryRun: boolean,
): Promise<z.infer<typeof sweep>> {
  return parseAnswer(sweep, await post(settings, "sweep", { dryRun }), settings.url);
}

function post(
  settings: Settings,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  return requestStaffApi(settings, path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

const pathOf = (slug: string) => `works/${encodeURIComponent(slug)}`;
