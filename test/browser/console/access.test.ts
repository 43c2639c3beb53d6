import { createServer, type Server } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Library, openLibrary } from "../support/library.ts";

/** Cloudflare Access, with a team whose keys a server on this machine publishes. */

const audience = "f".repeat(64);
const email = "ana@example.org";

let keyServer: Server;
let issuer: string;
let library: Library;
let rsa: CryptoKeyPair;
let elliptic: CryptoKeyPair;
let stranger: CryptoKeyPair;
let keyRequests = 0;

beforeAll(async () => {
  const extractable = { extractable: true };
  [rsa, elliptic, stranger] = await Promise.all([
    generateKeyPair("RS256", extractable),
    generateKeyPair("ES256", extractable),
    generateKeyPair("RS256", extractable),
  ]);
  const keys = [
    { ...(await exportJWK(rsa.publicKey)), kid: "rsa", alg: "RS256", use: "sig" },
    { ...(await exportJWK(elliptic.publicKey)), kid: "elliptic", alg: "ES256", use: "sig" },
  ];
  keyServer = createServer((request, response) => {
    keyRequests += 1;
    const isThere = request.url === "/cdn-cgi/access/certs";
    response.writeHead(isThere ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => keyServer.listen(0, "127.0.0.1", resolve));
  const address = keyServer.address();
  issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const variables = { ACCESS_ISSUER: issuer, ACCESS_AUDIENCE: audience };
  library = await openLibrary({ variables });
});

afterAll(async () => {
  await library?.stop();
  await new Promise((resolve) => keyServer.close(resolve));
});

interface SignOptions {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey;
  readonly header?: { alg: string; kid: string };
}

/** An assertion as Access signs one, with changes. */
function sign({ claims, key = rsa.privateKey, header }: SignOptions = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const common = { iss: issuer, aud: [audience], email, iat: now, nbf: now, exp: now + 3600 };
  return new SignJWT({ ...common, sub: "1", ...claims })
    .setProtectedHeader(header ?? { alg: "RS256", kid: "rsa" })
    .sign(key);
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function ask(path: string, assertion: string, init: RequestInit = {}): Promise<Response> {
  const headers = { "Cf-Access-Jwt-Assertion": assertion, ...init.headers };
  return fetch(library.url + path, { redirect: "manual", ...init, headers });
}

/** Signs in with a token as an admin, and gives a person a role by the console's own form. */
async function addMember(role: string, languages = ""): Promise<void> {
  const own = {
    Origin: library.url,
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const answer = await fetch(`${library.url}/staff/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: own,
    body: new URLSearchParams({ secret: library.token }).toString(),
  });
  const [cookie = ""] = (answer.headers.get("Set-Cookie") ?? "").split(";");
  const page = await (
    await fetch(`${library.url}/staff/members`, { headers: { Cookie: cookie } })
  ).text();
  const [, token = ""] = /name="token" value="([0-9a-f]{64})"/.exec(page) ?? [];
  const form = { token, email: email.toUpperCase(), name: "Ana Morales", role, languages };
  const saved = await fetch(`${library.url}/staff/members`, {
    method: "POST",
    redirect: "manual",
    headers: { ...own, Cookie: cookie },
    body: new URLSearchParams(form).toString(),
  });
  expect(saved.status).toBe(303);
}

describe("Cloudflare Access", () => {
  test("lets nobody in who isn't a member", async () => {
    expect((await ask("/staff/api/whoami", await sign())).status).toBe(401);
  });

  test("says who somebody is; the settings say what they may do", async () => {
    await addMember("translator", "es vi");
    expect(await (await ask("/staff/api/whoami", await sign())).json()).toMatchObject({
      name: "Ana Morales",
      scopes: ["read-drafts"],
    });
    expect((await ask("/staff/members", await sign())).status).toBe(403);
    await addMember("publisher");
    const byEllipticCurve = await sign({
      key: elliptic.privateKey,
      header: { alg: "ES256", kid: "elliptic" },
    });
    expect(await (await ask("/staff/api/whoami", byEllipticCurve)).json()).toMatchObject({
      scopes: ["publish"],
    });
  });

  test("changes a work in the person's name, with the form token of the same assertion only", async () => {
    const assertion = await sign();
    const page = await (await ask("/staff", assertion)).text();
    const [, formToken = ""] = /name="token" value="([0-9a-f]{64})"/.exec(page) ?? [];
    const slug = "platform-for-immigrant-justice";
    const withdraw = (token: string, origin = library.url) =>
      ask(`/staff/api/works/${slug}/withdraw`, assertion, {
        method: "POST",
        body: "{}",
        headers: { Origin: origin, "X-Form-Token": token, "Content-Type": "application/json" },
      });
    expect((await withdraw("0".repeat(64))).status).toBe(403);
    expect((await withdraw(formToken, "https://evil.example")).status).toBe(403);
    expect((await withdraw(formToken)).status).toBe(200);
    const history = await (await ask(`/staff/api/works/${slug}/history`, assertion)).json();
    expect(history.events[0]).toMatchObject({ action: "withdraw", actor: "Ana Morales" });
  });

  test("refuses a forged, expired, foreign or unsigned assertion with the sign-in page or 401", async () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: [audience], email, iat: now, exp: now + 3600 };
    const good = await sign();
    const [head = "", body = "", signature = ""] = good.split(".");
    const publicKey = new TextEncoder().encode(JSON.stringify(await exportJWK(rsa.publicKey)));
    const byPublicKey = await crypto.subtle.importKey(
      "raw",
      publicKey,
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const critical = `${encode({ alg: "RS256", kid: "rsa", crit: ["b64"], b64: true })}.${encode(claims)}`;
    const criticalSignature = await crypto.subtle.sign(
      "RSASSA-PKCS1-v1_5",
      rsa.privateKey,
      new TextEncoder().encode(critical),
    );
    const assertions = {
      "signed by another key": await sign({ key: stranger.privateKey }),
      "with an unknown key id": await sign({ header: { alg: "RS256", kid: "unknown" } }),
      "with the id of a key for another algorithm": await sign({
        key: elliptic.privateKey,
        header: { alg: "ES256", kid: "rsa" },
      }),
      "with a critical header": `${critical}.${Buffer.from(criticalSignature).toString("base64url")}`,
      "with a fourth part": `${good}.${signature}`,
      "with other letters in its signature": `${head}.${body}.+${signature.slice(1)}`,
      expired: await sign({ claims: { exp: now - 60 } }),
      "without an end": await sign({ claims: { exp: undefined } }),
      "of the future": await sign({ claims: { nbf: now + 600 } }),
      "for another application": await sign({ claims: { aud: ["0".repeat(64)] } }),
      "for no application": await sign({ claims: { aud: undefined } }),
      "of another team": await sign({ claims: { iss: "https://evil.cloudflareaccess.com" } }),
      "of a service": await sign({ claims: { email: undefined, common_name: "a service" } }),
      "for somebody else": await sign({ claims: { email: "eve@example.org" } }),
      "with alg none": `${encode({ alg: "none" })}.${encode(claims)}.`,
      "with alg none and a signature": `${encode({ alg: "none" })}.${encode(claims)}.${signature}`,
      "with alg HS256 and the public key": await sign({
        key: byPublicKey,
        header: { alg: "HS256", kid: "rsa" },
      }),
      "with a changed body": `${head}.${encode({ ...claims, email: "eve@example.org" })}.${signature}`,
      "without a signature": `${head}.${body}.`,
      "not a JWT": "nonsense",
      empty: "",
    };
    const before = keyRequests;
    // Each once: a network that sends more than thirty in a minute is refused before they are looked at.
    for (const [name, assertion] of Object.entries(assertions)) {
      expect((await ask("/staff/api/whoami", assertion)).status, name).toBe(401);
    }
    const page = await ask("/staff/works/criminalizing-migration", assertions.expired);
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('action="/staff/sign-in"');
    // Invented key ids don't make the library ask the team's server again and again.
    expect(keyRequests - before).toBeLessThanOrEqual(1);
    expect((await ask("/staff/api/whoami", good)).status).toBe(200);
  });

  test("counts for the console only, and not without its settings", async () => {
    const good = await sign();
    expect((await ask("/api/v1/staff/whoami", good)).status).toBe(401);
    const without = await openLibrary({ variables: { ACCESS_ISSUER: issuer } });
    try {
      const answer = await fetch(`${without.url}/staff/api/whoami`, {
        headers: { "Cf-Access-Jwt-Assertion": good },
      });
      expect(answer.status).toBe(401);
    } finally {
      await without.stop();
    }
  });
});
