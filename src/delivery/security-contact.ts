import { contactHref } from "../records/contact/contact.ts";
import { offeredLanguages } from "../records/offered-languages.ts";
import { openDatabase } from "../storage/database.ts";
import { readLibrary } from "../storage/lists/lists.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { hourlyText, respondWithEtag } from "./http/respond.ts";

/** How long the file may be relied on, in days: less than a year (RFC 9116 §2.5.5). */
const validDays = 180;

/**
 * `GET /.well-known/security.txt`: where to report a weakness (RFC 9116). A library without a contact has no
 * such file, because the contact is required (§2.5.3).
 */
export async function getSecurityContact(context: RequestContext): Promise<Response> {
  const settings = (await readLibrary(openDatabase(context.env.DB)))?.record;
  if (settings?.contact === undefined) return context.notFound();
  // As URLs are serialized: without line breaks, which would begin another field.
  const contact = new URL(contactHref(settings.contact));
  // Only https is allowed for a form (§2.5.3).
  if (contact.protocol === "http:") return context.notFound();
  const origin = originOf(context);
  const expires = new Date();
  expires.setUTCHours(0, 0, 0, 0);
  expires.setUTCDate(expires.getUTCDate() + validDays);
  const lines = [
    `Contact: ${contact.href}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${offeredLanguages(settings).join(", ")}`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  const text = `${lines.join("\n")}\n`;
  return respondWithEtag(context, [text], hourlyText, () => text);
}
