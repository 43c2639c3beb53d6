import { type Log, mayBeWithdrawn, mustBeWithdrawn, staleness, type Work } from "./state.ts";

interface Request {
  /** As the log names it. */
  readonly kind: string;
  readonly path: string;
  /** The work that it is about, if it is about one. */
  readonly work?: Work | undefined;
  readonly headers?: Record<string, string>;
  /** Whether the answer has the work's name. */
  readonly isNamed?: boolean;
}

const pick = <One>(from: readonly One[]): One | undefined =>
  from[Math.floor(Math.random() * from.length)];

/** A request as one of many readers makes it. */
function nextRequest(works: readonly Work[]): Request {
  const work = pick(works);
  if (work === undefined) return { kind: "list", path: "/en/library" };
  const { slug } = work;
  const language = pick(work.languages) ?? "en";
  const file = pick(work.files) ?? "/en/";
  const start = Math.floor(Math.random() * 1000);
  const requests: Request[] = [
    { kind: "page", path: `/en/watch/${slug}`, work, isNamed: true },
    { kind: "page", path: `/es/watch/${slug}?t=${start}`, work, isNamed: true },
    { kind: "embed", path: `/embed/${slug}`, work, isNamed: true },
    { kind: "captions", path: `/captions/${slug}/${language}.vtt`, work },
    { kind: "transcript", path: `/transcripts/${slug}/${language}.html`, work, isNamed: true },
    { kind: "api", path: `/api/v1/works/${slug}`, work, isNamed: true },
    { kind: "media", path: file, work, headers: { Range: `bytes=0-${start}` } },
    { kind: "media", path: file, work },
    { kind: "list", path: "/en/library" },
    { kind: "list", path: "/vi/" },
    { kind: "list", path: "/api/v1/works?limit=20" },
    { kind: "feed", path: "/feeds/en.rss" },
    { kind: "search", path: `/en/search?q=${pick(["the", "work", "casa", "nhà"])}` },
  ];
  return pick(requests) ?? { kind: "list", path: "/en/" };
}

/** Reads one thing after the other until the end. @param end as `performance.now()` gives it */
export async function read(
  url: string,
  works: readonly Work[],
  log: Log,
  end: number,
): Promise<void> {
  while (performance.now() < end) {
    const request = nextRequest(works);
    const from = performance.now();
    try {
      const answer = await fetch(url + request.path, { headers: request.headers ?? {} });
      const text = await answer.text();
      log.count(request.kind, answer.status);
      const fault = faultOf(request, answer.status, text, from, performance.now());
      if (fault !== undefined) log.fault(fault);
    } catch (error) {
      log.fault(`${request.path}: ${String(error)}`);
    }
  }
}

function faultOf(
  { kind, path, work, headers, isNamed }: Request,
  status: number,
  text: string,
  from: number,
  until: number,
): string | undefined {
  const seen = `${path} answers ${status}: ${text.slice(0, 200)}`;
  const gone = kind === "media" ? 404 : 410;
  if (work !== undefined && status === gone) {
    return mayBeWithdrawn(work, from, until) ? undefined : seen;
  }
  if (status !== (headers === undefined ? 200 : 206)) return seen;
  if (work === undefined) return undefined;
  if (mustBeWithdrawn(work, from, until)) return `${path} answers, though it is withdrawn`;
  return isNamed === true ? staleness(work, text, from) : undefined;
}
