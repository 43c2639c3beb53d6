import * as z from "zod";

const costSchema = z.object({
  roundTrips: z.number(),
  rowsRead: z.number(),
  bucketCalls: z.array(z.string()),
});

/** What an answer cost. */
export interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
  readonly cost: z.infer<typeof costSchema>;
}

/** Asks for an address and counts what the answer costs. @throws if the answer isn't the expected one */
export async function askCounted(
  url: string,
  headers: Record<string, string> = {},
  expected = 200,
): Promise<Answer> {
  const answer = await fetch(url, {
    headers: { ...headers, "Bench-Count": "1" },
    redirect: "manual",
  });
  const body = await answer.arrayBuffer();
  const text = new TextDecoder().decode(body);
  if (answer.status !== expected) {
    throw new Error(`${url} answers ${answer.status}, not ${expected}: ${text.slice(0, 500)}`);
  }
  const cost = costSchema.parse(JSON.parse(answer.headers.get("Bench-Cost") ?? "null"));
  return { status: answer.status, bytes: body.byteLength, text, cost };
}

/** Asks for an address and reads the whole answer. @returns its size in bytes */
export async function ask(url: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(url, { headers });
  const body = await answer.arrayBuffer();
  if (answer.status >= 400) {
    throw new Error(
      `${url} answers ${answer.status}: ${new TextDecoder().decode(body).slice(0, 500)}`,
    );
  }
  return body.byteLength;
}
