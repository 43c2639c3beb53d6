/** How long a secret that was valid isn't counted, in milliseconds: an upload makes hundreds of requests in a minute. */
const uncountedMilliseconds = 10 * 60_000;

/**
 * Remembers when this Worker last found a secret valid, by its digest, so that the requests of those who have one
 * aren't counted as guesses. Each is still looked up in D1. There are only as many entries as valid secrets.
 */
export function rememberValidSecrets() {
  const lastValid = new Map<string, number>();
  return {
    wasValid: (digest: string, now: Date) =>
      now.getTime() - (lastValid.get(digest) ?? 0) < uncountedMilliseconds,
    add: (digest: string, now: Date) => lastValid.set(digest, now.getTime()),
    remove: (digest: string) => lastValid.delete(digest),
  };
}
