import * as z from "zod";
import type { DraftLanguages } from "../languages/drafts.ts";
import type { Scope } from "./publishing-fields.ts";

/** What a person may do in the console: a translator reads everything and changes nothing that is public. */
export const role = z.enum(["translator", "publisher", "admin"]);
export type Role = z.infer<typeof role>;

/** The scope that each role has; a token with the scope has the role. */
const scopeOfRole = {
  translator: "read-drafts",
  publisher: "publish",
  admin: "admin",
} as const satisfies Readonly<Record<Role, Scope>>;

export function scopesOf(name: Role): readonly Scope[] {
  return [scopeOfRole[name]];
}

/** The highest role that scopes give; undefined if they give none. */
export function roleOf(scopes: readonly Scope[]): Role | undefined {
  return role.options.findLast((name) => scopes.includes(scopeOfRole[name]));
}

/** Which scopes allow what needs a scope: `publish` includes `read-drafts`, and `admin` includes both. */
const sufficientScopes: Readonly<Record<Scope, readonly Scope[]>> = {
  "read-drafts": ["read-drafts", "publish", "admin"],
  publish: ["publish", "admin"],
  admin: ["admin"],
};

export function allows(scopes: readonly Scope[], needed: Scope): boolean {
  return sufficientScopes[needed].some((one) => scopes.includes(one));
}

/** The languages in which a token writes drafts: all with the scope `publish`, else those that it names. */
export function draftLanguagesOf(token: {
  readonly scopes: readonly Scope[];
  readonly languages: readonly string[];
}): DraftLanguages {
  return allows(token.scopes, "publish") ? "all" : token.languages;
}
