/** Creates a secret of 192 random bits in base64url (RFC 4648 §5), which needs no escaping in URLs. */
export function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
