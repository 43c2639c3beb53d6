import * as z from "zod";
import { isLanguageTag } from "../../i18n/tag.ts";
import { scope, scopes, timestamp } from "../../records/schema/publishing-fields.ts";
import type { Immutable } from "./immutable.ts";

/** Staff tokens. */

/** How long a token lasts, in days. */
const defaultTokenDays = 90;
const maxTokenDays = 366;
/** Our choice: more than anybody translates into. */
const maxTokenLanguages = 50;

/** `POST /api/v1/staff/tokens` */
export const tokenRequest = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "say whose it is, or what it is for")
    .max(80, "takes 80 characters at most")
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, "takes no control characters"),
  scopes: z
    .array(scope)
    .min(1, `name at least one of ${scopes.join(", ")}`)
    .transform((named) => scopes.filter((one) => named.includes(one))),
  /** The languages in which a translator (the scope `read-drafts` alone) writes drafts; without any, none. */
  languages: z
    .array(z.string())
    .max(maxTokenLanguages, `takes ${maxTokenLanguages} languages at most`)
    .refine(
      (tags) => tags.every((tag) => isLanguageTag(tag)),
      "takes language tags, such as es or vi",
    )
    .transform((tags) => [...new Set(tags)])
    .default([]),
  days: z
    .int("takes a whole number of days")
    .min(1, "takes 1 day at least")
    .max(maxTokenDays, `takes ${maxTokenDays} days at most`)
    .default(defaultTokenDays),
});
export type TokenRequest = Immutable<z.output<typeof tokenRequest>>;

/** A token without its secret, which the library doesn't have. */
export const token = z.object({
  /** The first digits of the secret's SHA-256. */
  id: z.string(),
  name: z.string(),
  scopes: z.array(scope),
  /** The languages in which it writes drafts, if `read-drafts` is all it has. */
  languages: z.array(z.string()).default([]),
  createdAt: timestamp,
  expiresAt: timestamp,
  revokedAt: timestamp.nullable(),
  /** The names of the tokens that created and revoked it; null if none did. */
  createdBy: z.string().nullable(),
  revokedBy: z.string().nullable(),
  state: z.enum(["active", "expired", "revoked"]),
});
export type Token = Immutable<z.infer<typeof token>>;

/** `GET /api/v1/staff/tokens`: the newest first. */
export const tokenList = z.object({ items: z.array(token) });
export type TokenList = Immutable<z.infer<typeof tokenList>>;

/** The secret is in this answer only. */
export const createdToken = token.extend({ secret: z.string() });
export type CreatedToken = Immutable<z.infer<typeof createdToken>>;

/** `GET /api/v1/staff/whoami` */
export const whoami = token.pick({ id: true, name: true, scopes: true, expiresAt: true }).extend({
  /** Names the build that answers. */
  build: z.string(),
  now: timestamp,
});
export type Whoami = Immutable<z.infer<typeof whoami>>;
