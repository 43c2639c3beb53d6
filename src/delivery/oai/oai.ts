import { formatCursor, parseCursor } from "../../api/contract/parameters.ts";
import { chooseText, defaultNeighbours } from "../../i18n/fallback.ts";
import { contactHref, isEmailHref } from "../../records/contact/contact.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { HarvestCursor, HarvestItem, HarvestView } from "../../records/views.ts";
import { type Database, openDatabase } from "../../storage/database.ts";
import { type HarvestQuery, readHarvest, readRepository } from "../../storage/lists/harvest.ts";
import { listSeries } from "../../storage/lists/series-list.ts";
import { toDatestamp } from "../../syndication/oai/datestamp.ts";
import { dublinCore } from "../../syndication/oai/dublin-core.ts";
import {
  type OaiError,
  type OaiErrorCode,
  type OaiRequest,
  parseOaiRequest,
} from "../../syndication/oai/request.ts";
import {
  formatElement,
  headerElement,
  oaiType,
  recordElement,
  repositoryElements,
  setElement,
  tokenElement,
  writeAnswer,
  writeErrors,
} from "../../syndication/oai/response.ts";
import { formatToken } from "../../syndication/oai/token.ts";
import { originOf, type RequestContext } from "../http/environment.ts";

/** How many works or sets a page has. A work costs two rows of D1: 95 keep the cost under 200. */
const pageSize = 95;

/** What the answers are made from. */
interface Repository {
  readonly database: Database;
  readonly origin: string;
  readonly host: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/** The elements of an answer, or what is wrong with the request. */
type Answer = readonly string[] | OaiError;

const fail = (code: OaiErrorCode, message: string): OaiError => ({ code, message });

/**
 * `GET` and `POST /oai`: OAI-PMH 2.0, by which union catalogues harvest the works (docs/harvesting.md). Errors are
 * answered with 200, as the protocol says. No cache keeps an answer, because it says when it was made.
 */
export async function getOai(context: RequestContext): Promise<Response> {
  const { origin, hostname } = new URL(originOf(context));
  const now = new Date().toISOString();
  const repository = { database: openDatabase(context.env.DB), origin, host: hostname, now };
  const parameters = await parametersOf(context);
  const parsed = parseOaiRequest(parameters);
  const about = { baseUrl: `${origin}/oai`, respondedAt: toDatestamp(now) };
  const headers = { "Content-Type": oaiType, "Cache-Control": "no-store" };
  if ("errors" in parsed) {
    const isUnknown = parsed.errors.some(({ code }) => /^bad(?:Verb|Argument)$/.test(code));
    const request = isUnknown ? {} : Object.fromEntries(parameters);
    return context.body(writeErrors({ ...about, request }, parsed.errors), 200, headers);
  }
  const envelope = { ...about, request: Object.fromEntries(parameters) };
  const answer = await answerRequest(parsed.request, repository);
  const body =
    "code" in answer
      ? writeErrors(envelope, [answer])
      : writeAnswer(envelope, parsed.request.verb, answer);
  return context.body(body, 200, headers);
}

/** The arguments in the address, or of a form in the body (section 3.1.1.2). */
async function parametersOf(context: RequestContext): Promise<URLSearchParams> {
  if (context.req.method !== "POST") return new URL(context.req.url).searchParams;
  const type = context.req.header("Content-Type") ?? "";
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type);
  return new URLSearchParams(isForm ? await context.req.text() : "");
}

function answerRequest(request: OaiRequest, repository: Repository): Promise<Answer> {
  switch (request.verb) {
    case "Identify":
      return identify(repository);
    case "ListMetadataFormats":
      return listFormats(request.identifier, repository);
    case "ListSets":
      return listSets(request, repository);
    case "GetRecord":
      return getRecord(request.identifier, repository);
    default:
      return listChanges(request, repository);
  }
}

async function identify({ database, origin, host, now }: Repository): Promise<Answer> {
  const { library, earliest } = await readRepository(database, toDatestamp(now));
  const settings = library?.record;
  const contact = settings?.contact;
  const email = contact !== undefined && isEmailHref(contact) ? contactHref(contact) : undefined;
  return repositoryElements({
    name: nameIn(settings, settings?.name) ?? "Videoteca",
    baseUrl: `${origin}/oai`,
    adminEmail: email?.replace(/^mailto:|\?.*$/gi, "") ?? postmasterOf(host),
    earliest: earliest ?? toDatestamp(now),
    host,
    sampleIdentifier: identifierOf("0123456789abcdef", host),
  });
}

/**
 * The address that every domain which receives e-mail has (RFC 2142 §5). The schema of answers asks for a dot, which
 * `localhost` doesn't have; no domain ends in `.invalid` (RFC 2606 §2).
 */
const postmasterOf = (host: string) =>
  `postmaster@${host.includes(".") ? host : `${host.replace(/[^\w-]/g, "")}.invalid`}`;

const nameIn = (
  settings: LibraryRecord | undefined,
  texts: Readonly<Record<string, string>> = {},
) => chooseText(texts, settings?.inLanguage ?? "en", settings?.inLanguage ?? "en")?.value;

const identifierOf = (id: string, host: string) => `oai:${host}:${id}`;

/** @returns what of an identifier is ours; undefined if it isn't one of this repository's */
function localPart(identifier: string, host: string): string | undefined {
  const id = identifier.slice(identifierOf("", host).length);
  return identifier === identifierOf(id, host) && /^[0-9a-f]{16}$/.test(id) ? id : undefined;
}

async function readOne(identifier: string, repository: Repository, hasRecords: boolean) {
  const id = localPart(identifier, repository.host);
  if (id === undefined) return undefined;
  const view = await readChanges(repository, { id, limit: 1, hasRecords });
  const [item] = view.items;
  return item && { item, view };
}

const unknownIdentifier = fail("idDoesNotExist", "there is no such identifier");

async function listFormats(
  identifier: string | undefined,
  repository: Repository,
): Promise<Answer> {
  if (identifier === undefined) return [formatElement];
  const found = await readOne(identifier, repository, false);
  return found === undefined ? unknownIdentifier : [formatElement];
}

async function getRecord(identifier: string, repository: Repository): Promise<Answer> {
  const found = await readOne(identifier, repository, true);
  if (found === undefined) return unknownIdentifier;
  return [writeRecord(found.item, found.view, repository)];
}

type SetsRequest = Extract<OaiRequest, { verb: "ListSets" }>;

async function listSets({ token }: SetsRequest, repository: Repository): Promise<Answer> {
  const after = token && parseCursor(`${token.after.at}~${token.after.id}`);
  const { database, now } = repository;
  const { library, items, next } = await listSeries(database, { now, after, limit: pageSize });
  const count = token?.count ?? 0;
  if (items.length === 0) {
    return token === undefined
      ? fail("noSetHierarchy", "this library has no series")
      : fail("badResumptionToken", "the list has no such page");
  }
  const [at = ""] = next === undefined ? [] : formatCursor(next).split("~");
  const place = next && { after: { at, id: next.slug, isDeleted: false } };
  return [
    ...items.map(({ record }) => {
      const { slug, name, inLanguage } = record;
      const language = library?.record.inLanguage ?? inLanguage;
      return setElement(slug, chooseText(name, language, inLanguage)?.value ?? slug);
    }),
    tokenElement(
      place && formatToken({ ...place, count: count + items.length }, "ListSets"),
      count,
    ),
  ];
}

type ListRequest = Extract<OaiRequest, { verb: "ListIdentifiers" | "ListRecords" }>;

async function listChanges(request: ListRequest, repository: Repository): Promise<Answer> {
  const { verb, token, from, until, set } = request;
  const hasRecords = verb === "ListRecords";
  const after = token && cursorOf(token.after);
  const today = toDatestamp(repository.now);
  const view = await readChanges(repository, {
    from,
    // What is later isn't there yet.
    until: until === undefined || until > today ? today : until,
    series: set,
    after,
    limit: pageSize,
    hasRecords,
  });
  if (set !== undefined && view.sets.size === 0)
    return fail("noSetHierarchy", "this library has no series");
  const isSet = set === undefined || view.sets.has(set);
  if (!isSet || (view.items.length === 0 && token === undefined)) {
    return fail("noRecordsMatch", "no work changed in this time and set");
  }
  const count = token?.count ?? 0;
  const next = view.next && {
    ...{ from, until, set, count: count + view.items.length },
    after: { at: view.next.datestamp, id: view.next.id, isDeleted: view.next.isDeleted },
  };
  const write = hasRecords ? writeRecord : writeHeader;
  return [
    ...view.items.map((item) => write(item, view, repository)),
    tokenElement(next && formatToken(next, verb), count),
  ];
}

const cursorOf = ({ at, id, isDeleted }: { at: string; id: string; isDeleted: boolean }) =>
  ({ datestamp: at, id, isDeleted }) satisfies HarvestCursor;

function readChanges(
  { database, now }: Repository,
  query: Omit<HarvestQuery, "now" | "today">,
): Promise<HarvestView> {
  return readHarvest(database, { ...query, now, today: toDatestamp(now) });
}

const setOf = ({ series }: HarvestItem, { sets }: HarvestView) =>
  series !== null && sets.has(series) ? series : undefined;

function writeHeader(item: HarvestItem, view: HarvestView, { host }: Repository): string {
  return headerElement(identifierOf(item.id, host), item, setOf(item, view));
}

function writeRecord(item: HarvestItem, view: HarvestView, repository: Repository): string {
  const settings = view.library?.record;
  const metadata =
    item.work === null
      ? undefined
      : dublinCore({
          work: item.work.record,
          settings,
          series: setOf(item, view),
          neighbours: settings?.neighbours ?? defaultNeighbours,
          origin: repository.origin,
        });
  return recordElement(writeHeader(item, view, repository), metadata);
}
