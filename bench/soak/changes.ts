import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { type Log, markOf, type Work } from "./state.ts";

const history = z.object({
  current: z.int(),
  digest: z.string(),
  blobs: z.array(z.object({ sha256: z.string(), extension: z.string() })),
});
const revision = z.object({
  record: z.looseObject({ name: z.record(z.string(), z.string()) }),
});

/** Makes one change after the other until the end: publishes, rolls back, withdraws, restores, sweeps. */
export class Staff {
  readonly #url: string;
  readonly #token: string;
  readonly #log: Log;
  #version = 0;
  /** How often each change was made. */
  readonly made = new Map<string, number>();

  constructor(library: { readonly url: string; readonly token: string }, log: Log) {
    this.#url = `${library.url}/api/v1/staff`;
    this.#token = library.token;
    this.#log = log;
  }

  /** @param end as `performance.now()` gives it */
  async work(works: readonly Work[], end: number): Promise<void> {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const work = works[turn % works.length];
      if (work === undefined) return;
      try {
        if (turn % 7 === 3) await this.#rollBack(work);
        else if (turn % 7 === 5) await this.#withdrawAndRestore(work, end);
        else await this.#publish(work);
        if (turn % 20 === 10) await this.#sweep();
      } catch (error) {
        this.#log.fault(`a change of ${work.slug}: ${String(error)}`);
      }
      await wait(50);
    }
  }

  async #publish(work: Work): Promise<void> {
    const { current, digest } = await this.#history(work.slug);
    const stored = await this.#ask("GET", `works/${work.slug}/revisions/${current}`);
    const { record } = revision.parse(JSON.parse(stored));
    this.#version += 1;
    const mark = markOf(this.#version);
    const names = Object.entries(record.name).map(([language, name]) => {
      return [language, `${name.replace(/ \[soak \d+\]$/, "")} ${mark}`];
    });
    const body = { ...record, name: Object.fromEntries(names) };
    await this.#ask("PUT", `works/${work.slug}`, body, { "If-Match": `"${digest}"` });
    work.versions.push({ version: this.#version, at: performance.now() });
    // Whoever has another state in mind is refused, and nothing is written.
    await this.#ask("PUT", `works/${work.slug}`, record, { "If-Match": `"${digest}"` }, 412);
    this.#count("published");
  }

  async #rollBack(work: Work): Promise<void> {
    const before = work.versions.at(-2);
    if (before === undefined) return this.#publish(work);
    const { current, digest } = await this.#history(work.slug);
    await this.#ask(
      "POST",
      `works/${work.slug}/rollback`,
      { revision: current - 1 },
      {
        "If-Match": `"${digest}"`,
      },
    );
    work.versions.push({ version: before.version, at: performance.now() });
    this.#count("rolled back");
    // The next revision follows the newest one, so that the one before the current one is again the one published before.
    await this.#publish(work);
  }

  async #withdrawAndRestore(work: Work, end: number): Promise<void> {
    const { blobs } = await this.#history(work.slug);
    const files = await Promise.all(
      blobs.map(async ({ sha256, extension }) => {
        const name = `${sha256}.${extension}`;
        return { name, bytes: await this.#readFile(name) };
      }),
    );
    const withdrawal = { from: performance.now(), until: Number.POSITIVE_INFINITY };
    work.withdrawals.push(withdrawal);
    await this.#ask("POST", `works/${work.slug}/withdraw`, { notice: { en: "Withdrawn." } });
    this.#count("withdrawn");
    await wait(Math.min(2000, Math.max(0, end - performance.now())));
    // The first attempt makes its files acceptable again.
    await this.#ask("POST", `works/${work.slug}/restore`, {}, {}, 409);
    for (const { name, bytes } of files) {
      if (bytes !== undefined) await this.#sendFile(name, bytes);
    }
    await this.#ask("POST", `works/${work.slug}/restore`);
    withdrawal.until = performance.now();
    this.#count("restored");
  }

  async #sweep(): Promise<void> {
    await this.#ask("POST", "sweep", { dryRun: false });
    this.#count("swept");
  }

  async #history(slug: string) {
    return history.parse(JSON.parse(await this.#ask("GET", `works/${slug}/history`)));
  }

  async #readFile(name: string): Promise<ArrayBuffer | undefined> {
    const answer = await fetch(`${this.#url}/blobs/${name}`, { headers: this.#headers });
    const bytes = await answer.arrayBuffer();
    return answer.ok ? bytes : undefined;
  }

  async #sendFile(name: string, bytes: ArrayBuffer): Promise<void> {
    const init = { method: "PUT", headers: this.#headers, body: bytes };
    const answer = await fetch(`${this.#url}/blobs/${name}`, init);
    const text = await answer.text();
    // A file that another work uses stayed.
    if (!answer.ok) throw new Error(`sending ${name}: ${answer.status} ${text}`);
  }

  get #headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.#token}` };
  }

  /** @param expected another status than success */
  async #ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    expected?: number,
  ): Promise<string> {
    const answer = await fetch(`${this.#url}/${path}`, {
      method,
      headers: { ...this.#headers, "Content-Type": "application/json", ...headers },
      ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const text = await answer.text();
    this.#log.count("staff", answer.status);
    if (expected === undefined ? answer.ok : answer.status === expected) return text;
    throw new Error(`${method} ${path} answers ${answer.status}: ${text.slice(0, 300)}`);
  }

  #count(change: string): void {
    this.made.set(change, (this.made.get(change) ?? 0) + 1);
  }
}
