import { ask } from "../support/ask.ts";
import { arabicFilm, longFilm, type Part } from "../support/context.ts";
import { type Figure, medianOf } from "../support/figures.ts";
import { profile } from "../support/profile.ts";
import { report } from "../support/progress.ts";

/** What a request may take on Cloudflare's free plan, in milliseconds (developers.cloudflare.com/workers/platform/limits). */
const freePlan = 10;
const requestsARound = 6;
/** V8 compiles what runs often: so many requests come before the measured ones. */
const warmUp = 4;

const answers: readonly [what: string, path: string][] = [
  ["home page", "/en/"],
  ["library page", "/en/library"],
  ["watch page of a film of one minute", "/en/watch/criminalizing-migration"],
  ["watch page of a film of three hours", `/en/watch/${longFilm}`],
  ["the same in two languages", `/en/watch/${longFilm}?beside=es`],
  ["the same in Arabic and English", `/en/watch/${arabicFilm}?beside=ar`],
  ["the same with searched words marked", `/en/watch/${longFilm}?q=ba`],
  ["embed with a transcript of three hours", `/embed/${longFilm}?lang=en&transcript=1`],
  ["document", "/en/read/a-second-chance-for-all"],
  ["transcript of three hours as text", `/transcripts/${longFilm}/en.txt`],
  ["transcript of three hours in two languages", `/transcripts/${longFilm}/en+es.html`],
  ["search", "/en/search?q=ba"],
  ["search for two words", "/en/search?q=ba+de"],
  ["works of the API", "/api/v1/works"],
  ["oEmbed", "/oembed?url=%ORIGIN%/en/watch/criminalizing-migration"],
];

/** The Worker's own CPU time for each kind of answer when it is rendered, by V8's profiler. */
export const cpu: Part = async (context) => {
  const { url, inspector } = await context.demo();
  const times = answers.map((): number[] => []);
  const notes: string[] = [];
  let asked = 0;
  // A parameter that no page knows makes another ETag, so that each answer is rendered.
  const render = async (path: string) => {
    asked += 1;
    const fresh = `${path}${path.includes("?") ? "&" : "?"}fresh=${asked}`;
    await ask(url + fresh.replace("%ORIGIN%", encodeURIComponent(url)));
  };
  for (const [, path] of answers)
    for (let count = 0; count < warmUp; count += 1) await render(path);
  for (let round = 0; round < context.rounds; round += 1) {
    for (const [index, [what, path]] of answers.entries()) {
      report(`CPU: round ${round + 1} of ${context.rounds}, ${what}`);
      const { milliseconds, functions } = await profile(inspector, async () => {
        for (let count = 0; count < requestsARound; count += 1) await render(path);
      });
      times[index]?.push(milliseconds / requestsARound);
      if (round > 0 || process.env.BENCH_PROFILE === undefined) continue;
      const list = functions
        .slice(0, 12)
        .map(({ name, milliseconds }) => `${name} ${(milliseconds / requestsARound).toFixed(2)}`);
      notes.push(`${what}: ${list.join(", ")}`);
    }
  }
  const figures = answers.map(([what], index): Figure => {
    return {
      what,
      ...medianOf(times[index] ?? []),
      unit: "ms",
      atMost: freePlan,
      isCounted: false,
    };
  });
  return { figures, notes: [...notes, "BENCH_PROFILE=1 names the functions that take the time."] };
};
