import type { HarvestItem } from "../../records/views.ts";
import { parentElement, textElement, type XmlAttributes } from "../xml.ts";
import { type OaiError, type OaiVerb, oaiPrefix } from "./request.ts";

/** OAI-PMH 2.0 answers in this media type only (section 3.1.2.1). */
export const oaiType = "text/xml; charset=utf-8";

/** What stands around each answer. */
export interface OaiEnvelope {
  /** The address of the repository. */
  readonly baseUrl: string;
  /** A datestamp. */
  readonly respondedAt: string;
  /** The arguments of the request; none if they weren't valid (section 3.6). */
  readonly request: XmlAttributes;
}

const namespaces: XmlAttributes = {
  xmlns: "http://www.openarchives.org/OAI/2.0/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation":
    "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd",
};

function document({ baseUrl, respondedAt, request }: OaiEnvelope, content: readonly string[]) {
  const body = parentElement("OAI-PMH", namespaces, [
    textElement("responseDate", respondedAt),
    textElement("request", baseUrl, request),
    ...content,
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

/** An answer. @param elements already written as XML */
export function writeAnswer(
  envelope: OaiEnvelope,
  verb: OaiVerb,
  elements: readonly string[],
): string {
  return document(envelope, [parentElement(verb, {}, elements)]);
}

/** What is wrong with a request. @param errors at least one */
export function writeErrors(envelope: OaiEnvelope, errors: readonly OaiError[]): string {
  return document(
    envelope,
    errors.map(({ code, message }) => textElement("error", message, { code })),
  );
}

/** What `Identify` says (section 4.2). */
export interface Repository {
  readonly name: string;
  readonly baseUrl: string;
  readonly adminEmail: string;
  /** A datestamp that isn't after any of a work. */
  readonly earliest: string;
  readonly host: string;
  readonly sampleIdentifier: string;
}

export function repositoryElements(repository: Repository): string[] {
  return [
    textElement("repositoryName", repository.name),
    textElement("baseURL", repository.baseUrl),
    textElement("protocolVersion", "2.0"),
    textElement("adminEmail", repository.adminEmail),
    textElement("earliestDatestamp", repository.earliest),
    textElement("deletedRecord", "persistent"),
    textElement("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    identifierDescription(repository),
  ].filter((element) => element !== "");
}

/** How identifiers are made; only a domain's name can be part of them (OAI identifiers, section 2.1). */
function identifierDescription({ host, sampleIdentifier }: Repository): string {
  if (!/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]+)+$/i.test(host)) return "";
  const scheme = "http://www.openarchives.org/OAI/2.0/oai-identifier";
  const attributes = { xmlns: scheme, "xsi:schemaLocation": `${scheme} ${scheme}.xsd` };
  return parentElement("description", {}, [
    parentElement("oai-identifier", attributes, [
      textElement("scheme", "oai"),
      textElement("repositoryIdentifier", host),
      textElement("delimiter", ":"),
      textElement("sampleIdentifier", sampleIdentifier),
    ]),
  ]);
}

/** The one format (section 4.4). */
export const formatElement = parentElement("metadataFormat", {}, [
  textElement("metadataPrefix", oaiPrefix),
  textElement("schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
  textElement("metadataNamespace", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
]);

export function setElement(spec: string, name: string): string {
  return parentElement("set", {}, [textElement("setSpec", spec), textElement("setName", name)]);
}

/** A work's header. @param set the slug of its series, if this is public */
export function headerElement(
  identifier: string,
  { datestamp, isDeleted }: HarvestItem,
  set: string | undefined,
): string {
  return parentElement("header", isDeleted ? { status: "deleted" } : {}, [
    textElement("identifier", identifier),
    textElement("datestamp", datestamp),
    textElement("setSpec", set),
  ]);
}

/** @param metadata already written as XML; undefined if the work is deleted */
export function recordElement(header: string, metadata: string | undefined): string {
  const content = metadata === undefined ? [] : [parentElement("metadata", {}, [metadata])];
  return parentElement("record", {}, [header, ...content]);
}

/** Where a list goes on: nothing if it has one page, an empty element on the last of several (section 3.5). */
export function tokenElement(token: string | undefined, count: number): string {
  if (token === undefined && count === 0) return "";
  return `<resumptionToken cursor="${count}">${token ?? ""}</resumptionToken>`;
}
