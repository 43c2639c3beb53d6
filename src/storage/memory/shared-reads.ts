/** The read of D1 that runs, and the one after it. */
interface RunningRead {
  /** When it began, in milliseconds. */
  readonly begun: number;
  readonly ended: Promise<unknown>;
  /** The read that begins when this one has ended, if anyone asks for it. */
  next: Promise<unknown> | undefined;
}

/** Keeps a read alive although the request that began it has been given up: others may wait for it. */
export type KeepAlive = (read: Promise<unknown>) => void;

/** How long a read waits for the one before it, in milliseconds: a store that stalls mustn't stop who comes later. Our choice. */
const maxWait = 1_000;

/**
 * Requests that ask D1 the same at the same time share a read, so that a page that many open at once costs D1 little.
 * No answer is older than its request: a read that has begun is shared by nobody who comes later. They wait for its
 * end, and share the next one.
 */
export class SharedReads {
  readonly #running = new Map<string, RunningRead>();

  /** @param question the same for reads that ask the same */
  read(question: string, read: () => Promise<unknown>, keepAlive: KeepAlive): Promise<unknown> {
    const running = this.#running.get(question);
    if (running === undefined || Date.now() - running.begun > maxWait) {
      return this.#begin(question, read, keepAlive);
    }
    running.next ??= endOf(running).then(() => this.#begin(question, read, keepAlive));
    return running.next;
  }

  #begin(question: string, read: () => Promise<unknown>, keepAlive: KeepAlive): Promise<unknown> {
    const result = read();
    const end = () => {
      // If there is a next read, it begins now and takes this one's place.
      if (this.#running.get(question) === running && running.next === undefined) {
        this.#running.delete(question);
      }
    };
    const running: RunningRead = {
      begun: Date.now(),
      ended: result.then(end, end),
      next: undefined,
    };
    this.#running.set(question, running);
    keepAlive(running.ended);
    return result;
  }
}

/** Waits for the end of a read, whether it succeeds or not, but not for long. */
async function endOf({ ended }: RunningRead): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, maxWait);
  });
  await Promise.race([ended, timeout]);
  if (timer !== undefined) clearTimeout(timer);
}
