/** How many bytes are read at a time: fewer, larger reads cost a Worker less CPU time. */
const readSize = 256 * 1024;

/**
 * Reads a body in chunks. A chunk is valid only until the next one is read: its buffer is reused, so that a
 * large body creates no garbage.
 * @throws what the body throws if the connection breaks
 */
export async function* readBody(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = byteReader(body);
  if (reader === undefined) {
    yield* body;
    return;
  }
  let buffer = new ArrayBuffer(readSize);
  for (;;) {
    const { value, done } = await reader.readAtLeast(readSize, new Uint8Array(buffer));
    if (value !== undefined && value.byteLength > 0) yield value;
    if (done || value === undefined) return;
    buffer = value.buffer as ArrayBuffer;
  }
}

/** A reader that fills a given buffer. Request bodies support this; streams made in JavaScript may not. */
function byteReader(body: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return body.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}
