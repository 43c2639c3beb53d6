import autocannon from "autocannon";
import * as z from "zod";
import { ask } from "../support/ask.ts";
import { type BenchContext, longFilm, mediumFilm, type Part } from "../support/context.ts";
import { type Figure, medianOf } from "../support/figures.ts";
import { startFloor } from "../support/floor.ts";
import { report } from "../support/progress.ts";

/** What an answer may reach at least of its floor (DESIGN 12). */
const minShare = 0.9;
const connections = 8;
const requestsARound = 240;
/** A first render of three hours takes long enough with fewer. */
const rendersARound = 40;

interface Race {
  readonly what: string;
  readonly path: string;
  readonly floor: string;
  readonly headers?: Record<string, string>;
  readonly status: number;
  /** Whether each request is for another ETag, so that the answer is rendered. */
  readonly isFresh?: boolean;
  readonly atLeast?: number;
}

/** Requests a second of every kind of answer beside the least that a Worker can do, in turn. */
export const throughput: Part = async (context) => {
  const library = await context.demo();
  const floor = await startFloor();
  try {
    const figures: Figure[] = [];
    for (const race of await races(library.url)) {
      figures.push(await run(race, library.url, floor.url, context));
    }
    return {
      figures,
      notes: [
        "A share of the floor’s requests a second; “first” is rendered anew for each request.",
      ],
    };
  } finally {
    await floor.stop();
  }
};

async function races(url: string): Promise<Race[]> {
  const page = "/en/watch/criminalizing-migration";
  const pages: readonly [what: string, path: string][] = [
    ["watch page", page],
    ["watch page of three hours", `/en/watch/${longFilm}`],
    ["home page", "/en/"],
    ["library page", "/en/library"],
    ["document", "/en/read/a-second-chance-for-all"],
    ["embed", "/embed/criminalizing-migration?lang=en"],
    ["transcript", "/transcripts/criminalizing-migration/en.txt"],
    ["captions", "/captions/criminalizing-migration/en.vtt"],
    ["feed", "/feeds/en.rss"],
    ["list of the API", "/api/v1/works"],
    ["work of the API", "/api/v1/works/criminalizing-migration"],
  ];
  const all: Race[] = [];
  for (const [what, path] of pages) {
    const beside = `/d1?bytes=${await ask(url + path)}`;
    all.push({ what: `${what}, repeated`, path, floor: beside, status: 200, atLeast: minShare });
    if (!path.startsWith("/en/")) continue;
    all.push({ what: `${what}, first`, path, floor: beside, status: 200, isFresh: true });
  }
  const searched = "/en/search?q=detention";
  all.push({
    what: "search",
    path: searched,
    floor: `/d1?bytes=${await ask(url + searched)}`,
    status: 200,
  });
  const etag = (await fetch(url + page)).headers.get("ETag") ?? "";
  const known = { "If-None-Match": etag };
  all.push({
    what: "304 of a page beside one D1 read and no bytes",
    path: page,
    floor: "/d1-304",
    headers: known,
    status: 304,
    atLeast: minShare,
  });
  all.push({
    what: "304 of a page beside an empty answer",
    path: page,
    floor: "/",
    headers: known,
    status: 304,
  });
  const media = await mediaPath(url);
  const range = { Range: "bytes=0-65535" };
  all.push({
    what: "media range of 64 KiB beside R2.get",
    path: media,
    floor: "/r2",
    headers: range,
    status: 206,
    atLeast: minShare,
  });
  return all;
}

const work = z.object({ video: z.array(z.object({ sha256: z.string(), extension: z.string() })) });

async function mediaPath(url: string): Promise<string> {
  const { video } = work.parse(await (await fetch(`${url}/api/v1/works/${mediumFilm}`)).json());
  const [film] = video;
  if (film === undefined) throw new Error(`${mediumFilm} has no film`);
  return `/media/${film.sha256}.${film.extension}`;
}

async function run(
  race: Race,
  ours: string,
  least: string,
  { rounds }: BenchContext,
): Promise<Figure> {
  const { what, path, headers = {}, status, isFresh = false, atLeast } = race;
  const amount = isFresh ? rendersARound : requestsARound;
  const shares: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    report(`throughput: ${what}, round ${round} of ${rounds}`);
    const library = await requestsASecond({ url: ours + path, headers, status, amount, isFresh });
    const expected = race.floor.startsWith("/d1?") ? 200 : status;
    const floor = await requestsASecond({
      url: least + race.floor,
      headers: {},
      status: expected,
      amount,
      isFresh: false,
    });
    if (round > 0) shares.push(library / floor); // the first warms both up
  }
  return { what, ...medianOf(shares), unit: "×", floor: 1, atLeast, isCounted: false };
}

interface Load {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly status: number;
  readonly amount: number;
  readonly isFresh: boolean;
}

let asked = 0;

async function requestsASecond({ url, headers, status, amount, isFresh }: Load): Promise<number> {
  const { pathname, search } = new URL(url);
  const fresh = () => {
    asked += 1;
    return `${pathname}${search === "" ? "?" : `${search}&`}fresh=${asked}`;
  };
  const start = performance.now();
  let last = start;
  const run = autocannon({
    url,
    connections,
    amount,
    headers,
    ...(isFresh && { requests: [{ setupRequest: (request) => ({ ...request, path: fresh() }) }] }),
  });
  // autocannon's own duration is in whole seconds, which is longer than a run takes.
  run.on("response", () => {
    last = performance.now();
  });
  const { errors, timeouts, statusCodeStats } = await run;
  const answered = statusCodeStats[String(status)]?.count ?? 0;
  if (errors + timeouts > 0 || answered < amount) {
    throw new Error(`${url}: ${answered} of ${amount} answers had the status ${status}`);
  }
  return (1000 * amount) / (last - start);
}
