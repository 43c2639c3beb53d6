import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/records/digest.ts";
import { ask, jsonOf } from "../../support/ask.ts";
import { staffToken } from "../../support/library.ts";

const admin = "first-admin-secret";
const path = "/api/v1/staff/tokens";

beforeEach(async () => {
  await env.DB.prepare("delete from tokens").run();
  await staffToken(admin, { scopes: "admin" });
});

function request(method: string, address: string, secret: string, body?: unknown) {
  const headers = { Authorization: `Bearer ${secret}` };
  return ask(address, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function create(body: unknown, secret = admin) {
  const response = await request("POST", path, secret, body);
  return { status: response.status, answer: await jsonOf(response) };
}

async function revoke(id: string, secret = admin) {
  const response = await request("DELETE", `${path}/${id}`, secret);
  return { status: response.status, answer: await jsonOf(response) };
}

const idOf = async (secret: string) => (await sha256(secret)).slice(0, 16);

describe("a new token", () => {
  test("is shown once, is valid for 90 days, and is stored only as its SHA-256", async () => {
    const { status, answer } = await create({ name: "  Ana's laptop ", scopes: ["publish"] });
    expect(status).toBe(201);
    const secret = String(answer.secret);
    expect(secret).toMatch(/^videoteca_[\w-]{32}$/);
    expect(answer).toMatchObject({ name: "Ana's laptop", scopes: ["publish"], state: "active" });
    expect(answer.id).toBe(await idOf(secret));
    const days = (Date.parse(String(answer.expiresAt)) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(90, 2);

    const rows = await env.DB.prepare("select * from tokens").all();
    expect(JSON.stringify(rows.results)).toContain(await sha256(secret));
    expect(JSON.stringify(rows.results)).not.toContain(secret);
    const list = await request("GET", path, admin);
    const listText = await list.text();
    expect(listText).toContain(String(answer.id));
    expect(listText).not.toContain(secret);
    expect(listText).not.toContain(await sha256(secret));
  });

  test("gives access to the endpoints of its scopes only", async () => {
    const { answer } = await create({ name: "A script", scopes: ["read-drafts"], days: 1 });
    const secret = String(answer.secret);
    expect((await request("GET", "/api/v1/staff/whoami", secret)).status).toBe(200);
    expect((await request("POST", "/api/v1/staff/plan", secret, { works: [] })).status).toBe(403);
    for (const refused of [
      await request("GET", path, secret),
      await request("POST", path, secret, { name: "x", scopes: ["admin"] }),
      await request("DELETE", `${path}/${await idOf(admin)}`, secret),
    ]) {
      expect(refused.status).toBe(403);
      await refused.arrayBuffer();
    }
  });

  test("has its scopes without duplicates, in a fixed order", async () => {
    const scopes = ["publish", "read-drafts", "publish"];
    const { answer } = await create({ name: "Twice", scopes });
    expect(answer.scopes).toEqual(["read-drafts", "publish"]);
  });

  test.each([
    [{}, "name"],
    [{ name: " ", scopes: ["publish"] }, "say whose it is"],
    [{ name: "x".repeat(81), scopes: ["publish"] }, "80 characters"],
    [{ name: "a\nb", scopes: ["publish"] }, "control characters"],
    [{ name: "a\u202Eb", scopes: ["publish"] }, "control characters"],
    [{ name: "x", scopes: [] }, "name at least one of read-drafts, publish, admin"],
    [{ name: "x", scopes: ["root"] }, "must be one of read-drafts, publish, admin"],
    [{ name: "x", scopes: ["publish"], days: 0 }, "1 day at least"],
    [{ name: "x", scopes: ["publish"], days: 367 }, "366 days at most"],
    [{ name: "x", scopes: ["publish"], days: 1.5 }, "whole number"],
    [{ name: "x", scopes: ["publish"], secret: "mine" }, "secret"],
  ])("isn't created from %j", async (body, message) => {
    const { status, answer } = await create(body);
    expect(status).toBe(400);
    expect(answer.detail).toContain(message);
    const count = await env.DB.prepare("select count(*) as n from tokens").first("n");
    expect(count).toBe(1);
  });
});

describe("the list of tokens", () => {
  test("says who created and who revoked each token", async () => {
    const { answer } = await create({ name: "Second admin", scopes: ["admin"] });
    expect(answer).toMatchObject({ createdBy: "Someone", revokedBy: null });
    const third = await create({ name: "Third", scopes: ["publish"] }, String(answer.secret));
    expect(third.answer.createdBy).toBe("Second admin");
    await revoke(String(third.answer.id));
    // Revoking a token again doesn't change who revoked it.
    await revoke(String(third.answer.id), String(answer.secret));
    const { items } = await jsonOf(await request("GET", path, admin));
    expect(items).toContainEqual(
      expect.objectContaining({ name: "Third", createdBy: "Second admin", revokedBy: "Someone" }),
    );
    expect(items).toContainEqual(expect.objectContaining({ name: "Someone", createdBy: null }));
  });

  test("has the state of each token, and isn't cached", async () => {
    await staffToken("old", { expiresAt: "2020-01-01T00:00:00.000Z" });
    await staffToken("gone", { revokedAt: "2026-01-01T00:00:00.000Z" });
    const response = await request("GET", path, admin);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const { items } = (await response.json()) as { items: { id: string; state: string }[] };
    const states = Object.fromEntries(items.map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      [await idOf(admin)]: "active",
      [await idOf("old")]: "expired",
      [await idOf("gone")]: "revoked",
    });
  });
});

describe("revoking a token", () => {
  test("takes effect at once, and can be repeated", async () => {
    const { answer } = await create({ name: "Lost phone", scopes: ["publish"] });
    const { id, secret } = answer as { id: string; secret: string };
    const first = await revoke(id);
    expect(first).toMatchObject({ status: 200, answer: { id, state: "revoked" } });
    expect((await request("GET", "/api/v1/staff/whoami", secret)).status).toBe(401);
    const second = await revoke(id);
    expect(second.answer).toEqual(first.answer);
  });

  test("is rejected for the last valid admin token, with what to do", async () => {
    await staffToken("old-admin", { scopes: "admin", expiresAt: "2020-01-01T00:00:00.000Z" });
    await staffToken("gone-admin", { scopes: "admin", revokedAt: "2026-01-01T00:00:00.000Z" });
    await staffToken("odd", { scopes: "administer publish" });
    const { status, answer } = await revoke(await idOf(admin));
    expect(status).toBe(409);
    expect(answer.detail).toContain("videoteca token create --scopes admin");
    expect(String(answer.type)).toContain("#last-admin");
    expect((await request("GET", path, admin)).status).toBe(200);
  });

  test("is possible for an admin token if there is another", async () => {
    const { answer } = await create({ name: "Next", scopes: ["publish", "admin"] });
    const { status } = await revoke(await idOf(admin), String(answer.secret));
    expect(status).toBe(200);
    expect((await request("GET", path, admin)).status).toBe(401);
    expect((await revoke(String(answer.id), String(answer.secret))).status).toBe(409);
  });

  test("revokes only one of the last two admin tokens if they revoke each other at the same time", async () => {
    for (let round = 0; round < 5; round += 1) {
      await env.DB.prepare("delete from tokens").run();
      await staffToken("one", { scopes: "admin" });
      await staffToken("two", { scopes: "admin" });
      const [one, two] = [await idOf("one"), await idOf("two")];
      const answers = await Promise.all([revoke(two, "one"), revoke(one, "two")]);
      const valid = await env.DB.prepare(
        "select count(*) as n from tokens where revoked_at is null",
      ).first("n");
      expect(valid, JSON.stringify(answers)).toBe(1);
    }
  });

  test("is possible for an expired admin token", async () => {
    await staffToken("old-admin", { scopes: "admin", expiresAt: "2020-01-01T00:00:00.000Z" });
    expect((await revoke(await idOf("old-admin"))).status).toBe(200);
  });

  test.each(["0".repeat(16), "0", "f".repeat(64), "%25", "'%20or%201=1--"])(
    "of a token that doesn't exist (%s) is 404, and revokes nothing",
    async (id) => {
      const { status } = await revoke(id);
      expect(status).toBe(404);
      expect((await request("GET", path, admin)).status).toBe(200);
    },
  );
});

describe("whoami", () => {
  test("returns the token's name, scopes and expiry, and the server's build", async () => {
    const { answer } = await create({ name: "Ana", scopes: ["read-drafts"], days: 2 });
    const response = await request("GET", "/api/v1/staff/whoami", String(answer.secret));
    const identity = await jsonOf(response);
    expect(identity).toMatchObject({
      id: answer.id,
      name: "Ana",
      scopes: ["read-drafts"],
      expiresAt: answer.expiresAt,
      build: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(Math.abs(Date.parse(String(identity.now)) - Date.now())).toBeLessThan(60_000);
    expect(JSON.stringify(identity)).not.toContain(String(answer.secret));
  });

  test("rejects a wrong token with 401", async () => {
    expect((await request("GET", "/api/v1/staff/whoami", "wrong")).status).toBe(401);
  });
});
