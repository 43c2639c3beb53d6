import { reportPathOf } from "../addresses.ts";
import { reportInbox } from "../schema/report-inbox.ts";

/** The link to a contact address: an e-mail address gets `mailto:`, other addresses stay as they are. */
export function contactHref(address: string): string {
  return /^(https?|mailto):/i.test(address) ? address : `mailto:${address}`;
}

/** Whether the address is an e-mail address, not a web page with a form. */
export function isEmailHref(address: string): boolean {
  return contactHref(address).toLowerCase().startsWith("mailto:");
}

/**
 * The link with which a page's reader reports a mistake; undefined if the page shows no work and reports arrive in the
 * library's own inbox, which are about works.
 * @param reportMistakes the library's setting
 * @param page the page's absolute address
 * @param hasWork false if the page has nothing to report, whatever its address: an error page
 */
export function reportHref(
  reportMistakes: string,
  page: string,
  hasWork: boolean,
): string | undefined {
  if (reportMistakes !== reportInbox) return withPage(reportMistakes, page);
  return hasWork ? reportPathOf(new URL(page).pathname) : undefined;
}

/** The link with the page's address in the e-mail's text (RFC 6068); a web page doesn't get it. */
function withPage(address: string, page: string): string {
  return isEmailHref(address) ? withFields(address, { body: page }) : contactHref(address);
}

/** The link to an e-mail with a subject and a text (RFC 6068); a web page doesn't get them. */
export function emailHref(address: string, subject: string, body: string): string {
  return isEmailHref(address) ? withFields(address, { subject, body }) : contactHref(address);
}

function withFields(address: string, fields: Readonly<Record<string, string>>): string {
  const href = contactHref(address);
  const written = Object.entries(fields).map(([name, text]) => `${name}=${encoded(text)}`);
  return `${href}${href.includes("?") ? "&" : "?"}${written.join("&")}`;
}

/** Replaces lone surrogates, which can't be encoded, and ends lines with CRLF (RFC 6068, §5). */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/\r?\n/g, "\r\n"));
}
