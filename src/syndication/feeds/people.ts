import type { EpisodeRecord } from "../../records/schema/record.ts";
import { isAuthorRole, isDirectorRole } from "../roles.ts";
import { textElement } from "../xml.ts";
import { shortName } from "./short-name.ts";

interface TaxonomyRole {
  readonly group: string;
  readonly role: string;
}

const inGroup = (group: string, roles: Readonly<Record<string, string>>) =>
  Object.entries(roles).map(([word, role]) => [word, { group, role }] as const);

/** Roles of credits as the podcast taxonomy names them (github.com/Podcastindex-org/podcast-namespace/taxonomy.json). */
const taxonomy: ReadonlyMap<string, TaxonomyRole> = new Map([
  ...inGroup("creative direction", {
    creator: "creative director",
    producer: "producer",
    "executive producer": "executive producer",
  }),
  ...inGroup("cast", {
    narrator: "narrator",
    voice: "voice actor",
    host: "host",
    interviewer: "host",
    participant: "guest",
    interviewee: "guest",
    speaker: "guest",
  }),
  ...inGroup("writing", { translator: "translator", researcher: "researcher" }),
  ...inGroup("video production", {
    camera: "camera operator",
    cinematographer: "camera operator",
  }),
  ...inGroup("video post-production", { editor: "editor" }),
  ...inGroup("audio production", { sound: "audio engineer" }),
  ...inGroup("audio post-production", { music: "composer", composer: "composer" }),
  ...inGroup("visuals", { designer: "graphic designer", illustrator: "graphic designer" }),
  ...inGroup("misc", { consultant: "consultant" }),
]);

/** A role as the taxonomy names it, else as the credit does. A group that isn't said means “cast”. */
function taxonomyRole(role: string): Partial<TaxonomyRole> {
  if (isDirectorRole(role)) return { group: "creative direction", role: "director" };
  if (isAuthorRole(role)) return { group: "writing", role: "author" };
  return taxonomy.get(role.trim().toLowerCase()) ?? { role };
}

/** The people of an episode as `podcast:person`: its credits, and who translated the feed's language. */
export function personElements(
  credits: EpisodeRecord["credits"],
  translator: string | undefined,
): string[] {
  const people = [
    ...(credits ?? []),
    ...(translator === undefined ? [] : [{ name: translator, role: "translator" }]),
  ];
  const elements = people.map(({ name, role }) =>
    textElement("podcast:person", shortName(name), { ...taxonomyRole(role) }),
  );
  return [...new Set(elements)];
}
