/** Speaks to workerd's inspector, by the Chrome DevTools Protocol. */
import * as z from "zod";

export interface Session {
  send(method: string, params?: object): Promise<unknown>;
  close(): void;
}

const answerSchema = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

const targetsSchema = z.array(z.object({ id: z.string(), webSocketDebuggerUrl: z.string() }));

/** Connects to the library's Worker, for what V8's inspector can tell. @param inspector `ws://…` */
export async function openSession(inspector: URL): Promise<Session> {
  const targets = targetsSchema.parse(await (await fetch(`http://${inspector.host}/json`)).json());
  const target = targets.find(({ id }) => id.startsWith("core:user:"));
  if (target === undefined) {
    throw new Error(`No Worker to profile among ${targets.map(({ id }) => id).join(", ")}`);
  }
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const waitingFor = new Map<number, (answer: z.infer<typeof answerSchema>) => void>();
  socket.onmessage = ({ data }) => {
    const answer = answerSchema.parse(JSON.parse(String(data)));
    if (answer.id !== undefined) waitingFor.get(answer.id)?.(answer);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`${target.webSocketDebuggerUrl} doesn't answer`));
  });
  let last = 0;
  return {
    send(method, params = {}) {
      last += 1;
      const id = last;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((resolve, reject) => {
        waitingFor.set(id, ({ result, error }) =>
          error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`)),
        );
      });
    },
    close: () => socket.close(),
  };
}

const heapSchema = z.object({
  usedSize: z.number(),
  embedderHeapUsedSize: z.number().default(0),
  backingStorageSize: z.number().default(0),
});

/**
 * The Worker's own memory in bytes: its heap, and the bytes that stand outside of it. Cloudflare counts this only; the
 * process has the local R2 and D1 in it as well.
 */
export async function heapOf(session: Session): Promise<number> {
  const usage = heapSchema.parse(await session.send("Runtime.getHeapUsage"));
  return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
}

/** The same after everything is removed that nothing uses any more: what stays. */
export async function keptHeapOf(session: Session): Promise<number> {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  return heapOf(session);
}
