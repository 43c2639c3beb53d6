import { readdir, readFile, readlink } from "node:fs/promises";

/**
 * What the Worker's own memory is, in bytes, as workerd's inspector tells: its heap, and the bytes that
 * stand outside of it. The process has the local R2 and D1 in it as well; Cloudflare counts this only.
 * @param pids of workerd; undefined where none of them has an inspector
 */
export async function heapReader(
  pids: readonly number[],
): Promise<(() => Promise<number>) | undefined> {
  for (const port of (await Promise.all(pids.map(portsOf))).flat()) {
    const targets = await fetch(`http://127.0.0.1:${port}/json`, {
      signal: AbortSignal.timeout(2000),
    })
      .then((response) => response.json())
      .catch(() => []);
    const target = [targets].flat().find(({ id }) => id === "core:user:videoteca");
    if (target !== undefined) return () => heapOf(target.webSocketDebuggerUrl);
  }
  return undefined;
}

function heapOf(address: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    const end = (bytes: number) => {
      socket.close();
      resolve(bytes);
    };
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: "Runtime.getHeapUsage" }));
    socket.onerror = () => end(0);
    socket.onmessage = ({ data }) => {
      const { id, result } = JSON.parse(data);
      if (id === 1) end(result.usedSize + result.embedderHeapUsedSize + result.backingStorageSize);
    };
  });
}

/** The ports at which a process listens, from Linux's own lists. */
async function portsOf(pid: number): Promise<number[]> {
  const handles = await readdir(`/proc/${pid}/fd`);
  const links = await Promise.all(
    handles.map((handle) => readlink(`/proc/${pid}/fd/${handle}`).catch(() => "")),
  );
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const listening = "0A";
  return (await readFile(`/proc/${pid}/net/tcp`, "utf8"))
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === listening && inodes.has(fields[9] ?? ""))
    .map((fields) => Number.parseInt(fields[1]?.split(":")[1] ?? "", 16));
}
