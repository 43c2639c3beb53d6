import * as z from "zod";

/**
 * JSON Web Tokens (RFC 7519, 7515) as Cloudflare Access signs them. The algorithms are named here, so that a token can't
 * choose its own (RFC 8725 §3.1), and WebCrypto verifies them; a key that isn't of the algorithm can't be imported.
 */
const algorithms = {
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  ES256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
} as const;

type Algorithm = keyof typeof algorithms;

const headers = z.object({
  alg: z.enum(["RS256", "ES256"]),
  kid: z.string(),
  // What is critical and not understood makes a token invalid (RFC 7515 §4.1.11); nothing is understood here.
  crit: z.undefined().optional(),
});

const claimSets = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  /** Seconds since 1970, as `nbf` and `iat`. */
  exp: z.number(),
  nbf: z.number().optional(),
  iat: z.number(),
  email: z.string().min(1),
});
type Claims = z.infer<typeof claimSets>;

const member = z.string().exactOptional();
/** The members of RSA's and elliptic curves' public keys (RFC 7518, section 6). */
const keySets = z.object({
  keys: z.array(
    z.object({
      ...{ kty: z.string(), kid: member, alg: member, use: member },
      ...{ n: member, e: member, crv: member, x: member, y: member },
    }),
  ),
});
type Keys = z.infer<typeof keySets>["keys"];

/** What a token must say, and where its issuer publishes its keys. */
export interface Expectation {
  readonly issuer: string;
  readonly audience: string;
  /** The address of a JSON Web Key Set (RFC 7517). */
  readonly keys: URL;
  readonly now: Date;
}

/** How far our clock may be from the issuer's, in seconds: a token made just now isn't refused. */
const clockTolerance = 10;

/**
 * What a token says, if its issuer signed it for this audience and it is valid now.
 * @returns undefined for any other token
 * @throws if the issuer's keys can't be loaded
 */
export async function readSignedToken(
  token: string,
  expected: Expectation,
): Promise<Claims | undefined> {
  const [head = "", body = "", signature = "", ...more] = token.split(".");
  const header = headers.safeParse(readJson(head));
  const signatureBytes = decodeBase64Url(signature);
  if (more.length > 0 || !header.success || signatureBytes === undefined) return undefined;
  const { alg, kid } = header.data;
  const key = await findKey(expected, kid, alg);
  if (key === undefined) return undefined;
  const signed = new TextEncoder().encode(`${head}.${body}`);
  if (!(await crypto.subtle.verify(algorithms[alg], key, signatureBytes, signed))) return undefined;
  const claims = claimSets.safeParse(readJson(body));
  return claims.success && isExpected(claims.data, expected) ? claims.data : undefined;
}

function isExpected({ iss, aud, exp, nbf = 0 }: Claims, expected: Expectation): boolean {
  const now = expected.now.getTime() / 1000;
  const isForUs = [aud].flat().includes(expected.audience);
  const isValidNow = nbf <= now + clockTolerance && exp > now - clockTolerance;
  return iss === expected.issuer && isForUs && isValidNow;
}

interface LoadedKeys {
  readonly keys: Keys;
  /** In milliseconds since 1970. */
  readonly loadedAt: number;
}

/** Each issuer's keys, for as long as this Worker lives. */
const loaded = new Map<string, LoadedKeys>();
/** How long keys are trusted, in milliseconds: one that the issuer has withdrawn counts no longer. */
const maxAge = 600_000;
/** How long an unknown key id doesn't make them load again, in milliseconds: anybody may invent some. */
const cooldown = 30_000;
/** How long their address may take, in milliseconds. */
const maxLoadTime = 5_000;

async function findKey(
  { keys: address, now }: Expectation,
  kid: string,
  alg: Algorithm,
): Promise<CryptoKey | undefined> {
  const isKey = (key: Keys[number]) =>
    key.kid === kid && (key.alg === undefined || key.alg === alg);
  let known = loaded.get(address.href);
  const age = known === undefined ? Number.POSITIVE_INFINITY : now.getTime() - known.loadedAt;
  if (known === undefined || age > maxAge || (age > cooldown && !known.keys.some(isKey))) {
    known = { keys: await loadKeys(address), loadedAt: now.getTime() };
    loaded.set(address.href, known);
  }
  const key = known.keys.find(isKey);
  if (key === undefined) return undefined;
  return crypto.subtle.importKey("jwk", key, algorithms[alg], false, ["verify"]);
}

async function loadKeys(address: URL): Promise<Keys> {
  const signal = AbortSignal.timeout(maxLoadTime);
  const answer = await fetch(address, { redirect: "manual", signal });
  if (answer.status !== 200) throw new Error(`${address.href} answers ${answer.status}`);
  return keySets.parse(await answer.json()).keys;
}

/** The JSON in a part of a token, undefined if it is none. */
function readJson(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(decodeBase64Url(part)));
  } catch {
    return undefined;
  }
}

function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
