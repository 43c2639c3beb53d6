import { type ListToken, parseToken } from "./token.ts";

/** The error codes of OAI-PMH 2.0, section 3.6. */
export type OaiErrorCode =
  | "badArgument"
  | "badResumptionToken"
  | "badVerb"
  | "cannotDisseminateFormat"
  | "idDoesNotExist"
  | "noRecordsMatch"
  | "noSetHierarchy";

export interface OaiError {
  readonly code: OaiErrorCode;
  /** For people, in English as the protocol's own. */
  readonly message: string;
}

/** Which changes a list has. */
export interface ListSelection {
  /** Datestamps. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** A series' slug. */
  readonly set?: string | undefined;
}

export type OaiRequest =
  | { readonly verb: "Identify" }
  | { readonly verb: "ListMetadataFormats"; readonly identifier: string | undefined }
  | { readonly verb: "GetRecord"; readonly identifier: string }
  | { readonly verb: "ListSets"; readonly token: ListToken | undefined }
  | (ListSelection & {
      readonly verb: "ListIdentifiers" | "ListRecords";
      readonly token: ListToken | undefined;
    });

export type OaiVerb = OaiRequest["verb"];

/** The only metadata format. */
export const oaiPrefix = "oai_dc";

/** The arguments of each verb (section 4). Lists take a `resumptionToken` instead of all others. */
const listArguments = { from: false, until: false, set: false, metadataPrefix: true };
const argumentsOf: Readonly<Record<OaiVerb, Readonly<Record<string, boolean>>>> = {
  Identify: {},
  ListMetadataFormats: { identifier: false },
  ListSets: {},
  ListIdentifiers: listArguments,
  ListRecords: listArguments,
  GetRecord: { identifier: true, metadataPrefix: true },
};

const isVerb = (text: string | undefined): text is OaiVerb =>
  text !== undefined && Object.hasOwn(argumentsOf, text);
const isList = (verb: OaiVerb) => /^List(?:Sets|Identifiers|Records)$/.test(verb);

const bad = (code: OaiErrorCode, message: string) => ({ errors: [{ code, message }] });

/**
 * Parses the arguments of a request.
 * @returns the request, or everything that is wrong with it
 */
export function parseOaiRequest(
  parameters: URLSearchParams,
): { readonly request: OaiRequest } | { readonly errors: readonly OaiError[] } {
  const [verb, ...otherVerbs] = parameters.getAll("verb");
  if (!isVerb(verb) || otherVerbs.length > 0) {
    return bad("badVerb", `verb takes one of ${Object.keys(argumentsOf).join(", ")}, once`);
  }
  const names = [...parameters.keys()].filter((name) => name !== "verb");
  const given = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ""]));
  const allowed = argumentsOf[verb];
  const hasToken = isList(verb) && given.resumptionToken !== undefined;
  const isKnown = (name: string) =>
    Object.hasOwn(allowed, name) || (isList(verb) && name === "resumptionToken");
  const messages = [
    ...Object.keys(given)
      .filter((name) => !isKnown(name))
      .map((name) => `${verb} takes no ${name.slice(0, 40)}`),
    ...(names.length > Object.keys(given).length ? ["each argument is given once"] : []),
    ...Object.keys(allowed)
      .filter((name) => allowed[name] === true && given[name] === undefined && !hasToken)
      .map((name) => `${verb} needs ${name}`),
    ...(hasToken && names.length > 1 ? ["a resumptionToken stands alone"] : []),
  ];
  messages.push(...syntaxErrors(given));
  if (messages.length > 0) {
    return { errors: messages.map((message) => ({ code: "badArgument", message })) };
  }
  const token = hasToken ? parseToken(given.resumptionToken ?? "", verb) : undefined;
  if (hasToken && token === undefined) {
    return bad("badResumptionToken", "the resumptionToken isn't one of this list");
  }
  const { metadataPrefix, identifier } = given;
  const errors: OaiError[] = [];
  if (metadataPrefix !== undefined && metadataPrefix !== oaiPrefix) {
    const message = `records are there as ${oaiPrefix} only`;
    errors.push({ code: "cannotDisseminateFormat", message });
  }
  const selection = token ?? parseSelection(given);
  if ("message" in selection) errors.push({ code: "badArgument", message: selection.message });
  if (errors.length > 0) return { errors };
  if (verb === "Identify") return { request: { verb } };
  if (verb === "ListMetadataFormats") return { request: { verb, identifier } };
  if (verb === "GetRecord") return { request: { verb, identifier: identifier ?? "" } };
  if (verb === "ListSets") return { request: { verb, token } };
  return { request: { verb, token, ...(selection as ListSelection) } };
}

/** Dates have either granularity of ISO 8601, both the same (section 2.7.1). */
function parseSelection(
  given: Readonly<Record<string, string>>,
): ListSelection | { readonly message: string } {
  const { from, until, set } = given;
  for (const [name, date] of [
    ["from", from],
    ["until", until],
  ] as const) {
    if (date !== undefined && !isDate(date)) {
      return { message: `${name} takes a date: 2026-11-01 or 2026-11-01T08:00:00Z` };
    }
  }
  if (from !== undefined && until !== undefined) {
    if (from.length !== until.length) return { message: "from and until have the same precision" };
    if (from > until) return { message: "from isn't after until" };
  }
  return {
    from: from?.length === dayLength ? `${from}T00:00:00Z` : from,
    until: until?.length === dayLength ? `${until}T23:59:59Z` : until,
    set,
  };
}

/** The characters of a `metadataPrefix` and of each part of a `setSpec` (types of the same names in OAI-PMH.xsd). */
const nameCharacters = "[\\w.!~*'()-]+";
const syntaxes = {
  metadataPrefix: new RegExp(`^${nameCharacters}$`),
  set: new RegExp(`^${nameCharacters}(?::${nameCharacters})*$`),
};

/** Arguments that no answer could repeat, because the schema of answers doesn't allow them. */
function syntaxErrors(given: Readonly<Record<string, string>>): string[] {
  return Object.entries(syntaxes).flatMap(([name, syntax]) => {
    const value = given[name];
    return value === undefined || syntax.test(value)
      ? []
      : [`${name} has a character that isn't allowed in it`];
  });
}

const dayLength = "2026-11-01".length;

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(text)) return false;
  const time = Date.parse(text);
  // The 30th of February is parsed as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, dayLength));
}
