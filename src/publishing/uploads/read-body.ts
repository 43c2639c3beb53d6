/** How much is read at a time, in bytes: fewer, larger reads cost a Worker less of its time. */
const readSize = 256 * 1024;

/**
 * A body's bytes, a piece at a time. A piece is good until the next one is asked for: its memory is
 * used again, so that a large body leaves no garbage behind.
 * @throws what the body throws where it breaks off
 */
export async function* readBody(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = byteReader(body);
  if (reader === undefined) {
    yield* body;
    return;
  }
  let memory = new ArrayBuffer(readSize);
  for (;;) {
    const { value, done } = await reader.readAtLeast(readSize, new Uint8Array(memory));
    if (value !== undefined && value.byteLength > 0) yield value;
    if (done || value === undefined) return;
    memory = value.buffer as ArrayBuffer;
  }
}

/** A reader into memory of our own. A request's body has one; a stream made in JavaScript may not. */
function byteReader(body: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return body.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}
