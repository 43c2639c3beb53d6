/** What links of a text may lead to: pages, mail, telephones and chats. No other address may run or open anything. */
const safeProtocol = /^(?:https?|ircs?|mailto|sms|tel|xmpp)$/i;

/** Whether a page links to an address. One without a protocol is relative (RFC 3986, 4.2). */
export function isSafeAddress(address: string): boolean {
  const [, protocol] = /^([^:/?#]*):/.exec(address) ?? [];
  return address !== "" && (protocol === undefined || safeProtocol.test(protocol));
}

/** Links as micromark writes them: `<` and `"` in texts are escaped, so nothing else looks like this. */
const link = /<a href="([^"]*)"/g;

/** HTML in which links with an address that isn't kept are words. */
export const keepLinks = (html: string, isKept: (address: string) => boolean): string =>
  html.replace(link, (tag, address: string) => (isKept(address) ? tag : "<a"));

/**
 * HTML in which no link is within another, as a footnote's number in the words of a link: HTML forbids it. The inner one
 * keeps its id.
 */
export function withoutNestedLinks(html: string): string {
  let isOpen = false;
  let isInner = false;
  return html.replace(/<(\/?)a(?=[ >])([^>]*)>/g, (tag, slash: string, attributes: string) => {
    if (slash === "" && isOpen) {
      isInner = true;
      return `<span${attributes.replace(/ href="[^"]*"/, "")}>`;
    }
    if (slash !== "" && isInner) {
      isInner = false;
      return "</span>";
    }
    isOpen = slash === "";
    return tag;
  });
}
