import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A library that is up to no good: an HTTP server that answers what a test wants. */

/**
 * A text that a terminal would obey: it writes to the clipboard, sets the title, clears the screen, changes
 * colors, goes back in the line, reorders text, and imitates a line of its own.
 */
export const hostileText =
  "x\u001b]52;c;ZXZpbA==\u0007\u001b]0;title\u001b\\\u001b[2J\u001b[31m\u009b1m\u0008\u202ereversed\u2066\u0085\r\nPublished: all is well\rhidden\u007f";

export interface HostileServer {
  readonly url: string;
  stop(): void;
}

/** @param answer the status and the JSON for a request, by its method and its address with the query */
export async function startHostileServer(
  answer: (method: string, address: string) => readonly [status: number, body: unknown],
): Promise<HostileServer> {
  const server: Server = createServer((request, response) => {
    request.resume().on("end", () => {
      const [status, body] = answer(request.method ?? "", request.url ?? "");
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const now = "2026-11-28T12:00:00.000Z";
const digest = "0".repeat(64);

/** A work's record, as the API has it; its texts are hostile. */
export function hostileRecord(slug: string, file: object = {}): object {
  return {
    schemaVersion: 2,
    kind: "Document",
    slug,
    inLanguage: "en",
    status: "published",
    name: { en: hostileText },
    description: { en: hostileText },
    credits: [{ name: hostileText, role: hostileText }],
    texts: [{ inLanguage: "en", file: { sha256: digest, extension: "md", size: 5, ...file } }],
  };
}

const token = {
  id: hostileText,
  name: hostileText,
  scopes: ["admin"],
  createdAt: now,
  expiresAt: "2027-11-28T12:00:00.000Z",
  revokedAt: null,
  createdBy: hostileText,
  revokedBy: hostileText,
  state: "active",
};

/** Answers that fit the contract, with hostile texts wherever the contract allows any text. */
export function hostileAnswers(method: string, address: string): readonly [number, unknown] {
  const path = address.replace(/^\/api\/v1\/staff\//, "").replace(/\?.*/, "");
  if (address === "/healthz") return [200, { status: "ok" }];
  if (path === "whoami") return [200, { ...token, build: hostileText, now }];
  if (path === "tokens" && method === "GET") return [200, { items: [token] }];
  if (path === "tokens") return [201, { ...token, secret: hostileText }];
  if (path.startsWith("tokens/")) return [200, token];
  if (path === "plan") return [200, hostilePlan];
  if (path === "sweep") {
    const swept = [{ sha256: digest, size: 1 }];
    const report = {
      uploads: [hostileText],
      previews: 1,
      reports: 1,
      blobs: swept,
      strays: [],
      lost: [digest],
    };
    return [200, { dryRun: true, ...report }];
  }
  if (path === "works") return [200, { items: [listedWork("hostile")], next: null }];
  if (path.endsWith("/history")) return [200, hostileHistory];
  if (path.includes("/revisions/")) {
    const number = Number(path.split("/").at(-1));
    const record = { ...hostileRecord("hostile"), name: { en: `${hostileText} ${number}` } };
    return [200, { number, digest, createdAt: now, record }];
  }
  if (path.endsWith("/preview")) {
    const link = `http://127.0.0.1:9/${hostileText}`;
    return [200, { slug: "hostile", url: link, embed: link, expiresAt: now }];
  }
  return hostileProblem();
}

export function listedWork(slug: string): object {
  const state = { kind: "Document", status: "published", revision: 2, digest };
  return { slug, ...state, datePublished: "" };
}

const hostilePlan = {
  works: [
    {
      slug: "hostile",
      change: "update",
      renamedFrom: null,
      revision: 1,
      digest,
      changes: [
        {
          sign: "~",
          field: hostileText,
          language: hostileText,
          which: hostileText,
          from: hostileText,
          to: hostileText,
        },
      ],
      warnings: [{ type: "scheduled", message: hostileText }],
    },
  ],
  missingBlobs: [],
  partSize: 5_242_880,
  uploads: [],
};

const hostileHistory = {
  slug: "hostile",
  kind: "Document",
  status: "published",
  current: 2,
  digest,
  revisions: [2, 1].map((number) => {
    return { number, digest, createdAt: now, status: "published", datePublished: "" };
  }),
  events: [{ at: now, actor: hostileText, action: "apply", fromRevision: 1, toRevision: 2 }],
  earlier: [{ at: now, actor: hostileText, action: "delete", fromRevision: 1, toRevision: 1 }],
  blobs: [],
};

/** A refusal with hostile texts in all its members (RFC 9457). */
export function hostileProblem(status = 422): readonly [number, unknown] {
  const type = "https://library.example/docs/problems#invalid-record";
  return [status, { type, title: hostileText, status, detail: hostileText }];
}
