/** The link to where readers may write to: an e-mail address gets its `mailto:`, others stay as they are. */
export function hrefOf(address: string): string {
  return /^(https?|mailto):/i.test(address) ? address : `mailto:${address}`;
}

/** The same with the page that is written about in the letter (RFC 6068); a site isn't told of it. */
export function withPage(address: string, page: string): string {
  const href = hrefOf(address);
  if (!href.toLowerCase().startsWith("mailto:")) return href;
  return `${href}${href.includes("?") ? "&" : "?"}body=${encodeURIComponent(page)}`;
}
