/**
 * The network that a client's address belongs to, as a key for counting requests: an IPv4 address, or the
 * first 64 bits of an IPv6 address, because a single household or server has a /64 of its own and so
 * 2^64 addresses (RFC 6177 §2, RFC 7421). Every way to write an address gives the same key (RFC 5952).
 * @param text the address as a header has it
 * @returns undefined if it isn't an address
 */
export function networkOf(text: string): string | undefined {
  const address = text.trim().replace(/%.*$/, ""); // RFC 4007 §11: a zone follows `%`.
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return parseIpv4(address);
  const groups = parseIpv6(address);
  if (groups === undefined) return undefined;
  const [high = 0, low = 0] = groups.slice(6);
  // An IPv4 address in IPv6 form, as sockets for both kinds report it (RFC 4291 §2.5.5.2).
  const isMapped = groups.slice(0, 6).join() === "0,0,0,0,0,65535";
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

function parseIpv4(text: string): string | undefined {
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte < 256) ? bytes.join(".") : undefined;
}

/** The eight groups of 16 bits. */
function parseIpv6(text: string): number[] | undefined {
  if (!/^[0-9a-f:.]{2,45}$/i.test(text)) return undefined;
  let host: string;
  try {
    // The URL parser knows every form and writes only one (URL Standard, IPv6 serializer).
    host = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  } catch {
    return undefined;
  }
  const [before = "", after] = host.split("::");
  const parse = (part: string) =>
    part === "" ? [] : part.split(":").map((hex) => Number.parseInt(hex, 16));
  const [first, last] = [parse(before), parse(after ?? "")];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
