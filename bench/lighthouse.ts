/**
 * `npm run lighthouse`: what Lighthouse says of the pages that people come for, on a simulated phone. Needs
 * an `npm start` that runs in another terminal. Lighthouse is fetched when this runs and isn't among our
 * dependencies: with all that it needs it weighs 176 MB, and nothing but this uses it.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserProgram } from "../test/browser/support/chromium.ts";
import { freePort } from "../test/browser/support/start.ts";

const version = "13.5.0";
const library = process.env.VIDEOTECA_URL ?? "http://127.0.0.1:8787";
const pages = [
  "/en/",
  "/en/library",
  "/en/watch/criminalizing-migration",
  "/vi/read/dhs-deportation-priorities-memo-explainer",
];
/** The least that each category may have, of 100. */
const least = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
type Category = keyof typeof least;

interface Report {
  readonly categories: Record<
    Category,
    { readonly score: number; readonly auditRefs: readonly { readonly id: string }[] }
  >;
  readonly audits: Record<
    string,
    { readonly score: number | null; readonly title: string; readonly displayValue?: string }
  >;
}

const port = await freePort();
const folder = mkdtempSync(join(tmpdir(), "videoteca-lighthouse-"));
const { executablePath, env } = await browserProgram();
const switches = ["--headless", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];
const browser = spawn(
  executablePath,
  [...switches, `--remote-debugging-port=${port}`, `--user-data-dir=${folder}`, "about:blank"],
  { env, stdio: "ignore" },
);
try {
  const reports = pages.map((page) => ({ page, report: reportOf(page) }));
  console.table(Object.fromEntries(reports.map(({ page, report }) => [page, figuresOf(report)])));
  for (const { page, report } of reports) {
    for (const shortfall of shortfallsOf(report)) console.log(`${page}: ${shortfall}`);
  }
  const holds = reports.every(({ report }) =>
    categoriesOf(report).every(({ name, score }) => score >= least[name]),
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  browser.kill();
  await ended;
  rmSync(folder, { recursive: true, maxRetries: 5 });
}

function reportOf(page: string): Report {
  const file = join(folder, "report.json");
  const { status, stderr } = spawnSync(
    "npm",
    [
      ...["exec", "--yes", "--ignore-scripts", `--package=lighthouse@${version}`, "--"],
      ...["lighthouse", library + page, `--port=${port}`, "--quiet"],
      ...["--output=json", `--output-path=${file}`, "--no-enable-error-reporting"],
      `--only-categories=${Object.keys(least).join(",")}`,
    ],
    { encoding: "utf8", timeout: 180_000 },
  );
  if (status !== 0) throw new Error(`Lighthouse can't look at ${library}${page}:\n${stderr}`);
  return JSON.parse(readFileSync(file, "utf8"));
}

function categoriesOf({ categories }: Report) {
  return (Object.keys(least) as Category[]).map((name) => {
    return { name, score: Math.round(categories[name].score * 100) };
  });
}

/** The scores, and the two times that tell most of what a reader waits for. */
function figuresOf(report: Report): Record<string, number | string> {
  const scores = categoriesOf(report).map(({ name, score }) => [name, score]);
  const value = (audit: string) => report.audits[audit]?.displayValue ?? "";
  return {
    ...Object.fromEntries(scores),
    "largest paint": value("largest-contentful-paint"),
    "blocked for": value("total-blocking-time"),
    shift: value("cumulative-layout-shift"),
  };
}

/** What costs points, by the words of the audit. */
function shortfallsOf({ categories, audits }: Report): string[] {
  return (Object.keys(least) as Category[]).flatMap((name) =>
    categories[name].auditRefs
      .map(({ id }) => audits[id])
      .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
      .map((audit) => `${name}: ${audit?.title} ${audit?.displayValue ?? ""}`),
  );
}
