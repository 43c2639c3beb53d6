/** The link to where readers may write to: an e-mail address gets its `mailto:`, others stay as they are. */
export function contactHref(address: string): string {
  return /^(https?|mailto):/i.test(address) ? address : `mailto:${address}`;
}

/** Whether readers write a letter there, and don't fill in a form on some site. */
export function isEmailHref(address: string): boolean {
  return contactHref(address).toLowerCase().startsWith("mailto:");
}

/** The same with the page that is written about in the letter (RFC 6068); a site isn't told of it. */
export function withPage(address: string, page: string): string {
  return isEmailHref(address) ? withFields(address, { body: page }) : contactHref(address);
}

/** A letter that is begun: the link to it, with its subject and its text (RFC 6068). A site isn't told of it. */
export function emailHref(address: string, subject: string, body: string): string {
  return isEmailHref(address) ? withFields(address, { subject, body }) : contactHref(address);
}

function withFields(address: string, fields: Readonly<Record<string, string>>): string {
  const href = contactHref(address);
  const written = Object.entries(fields).map(([name, text]) => `${name}=${encoded(text)}`);
  return `${href}${href.includes("?") ? "&" : "?"}${written.join("&")}`;
}

/** Half a character, which nothing could encode, is replaced; a line of a letter ends with both signs (§5). */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/\r?\n/g, "\r\n"));
}
