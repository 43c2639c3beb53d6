import { type ByteReader, textAt } from "../byte-reader.ts";
import { type FileFault, truncated } from "../file-fault.ts";

/** Readers look for the header in the first and for the end marker in the last bytes (PDF 1.7, Annex H.3). */
const edgeLength = 1024;

/**
 * Checks that a PDF has its end (ISO 32000-1 §7.5.5), and if it says how long it is (§F.3), that much.
 */
export async function checkPdf(reader: ByteReader): Promise<FileFault | undefined> {
  const { size } = reader;
  const start = textAt(await reader.read(0, Math.min(size, edgeLength)), 0, edgeLength);
  const declared = Number(/\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(start)?.[1] ?? 0);
  if (declared > size) return truncated(declared - size);
  const end = textAt(await reader.read(Math.max(0, size - edgeLength), size), 0, edgeLength);
  const marker = end.lastIndexOf("%%EOF");
  if (marker === -1) return truncated();
  // Where the last table of cross-references starts (§7.5.5).
  const table = Number(/startxref\s+(\d+)\s*$/.exec(end.slice(0, marker))?.[1] ?? 0);
  return table > size ? truncated() : undefined;
}
