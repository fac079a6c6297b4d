import { get } from "node:http";

export interface FirstView {
  /** Of all bodies, compressed as a browser gets them. */
  readonly bytes: number;
  readonly requests: number;
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

const browserAccepts = "gzip, deflate, br, zstd";

/**
 * What a browser loads that comes to a page for the first time: the page, and what its HTML names. The page's live channel counts
 * as a request, and sends nothing until something happens.
 */
export async function readFirstView(address: string, path: string): Promise<FirstView> {
  const page = await fetchRaw(address, path);
  const html = page.toString();
  const named = [
    ...[...html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|icon|manifest|preload)"[^>]*>/g)].map(
      ([tag]) => /\bhref="([^"]+)"/.exec(tag)?.[1],
    ),
    ...[...html.matchAll(/<(?:script|img)\b[^>]*\bsrc="([^"]+)"/g)].map(([, source]) => source),
  ];
  const paths = [...new Set(named.filter((name) => name !== undefined))];
  const parts = [{ path, bytes: page.length }];
  const coded = await fetchRaw(address, path, browserAccepts);
  parts[0] = { path, bytes: coded.length };
  for (const one of paths) parts.push({ path: one, bytes: (await fetchRaw(address, one, browserAccepts)).length });
  if (/\bdata-live="/.test(html)) parts.push({ path: "live channel", bytes: 0 });
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), requests: parts.length, parts };
}

/** The body as it comes over the wire. */
function fetchRaw(address: string, path: string, encodings = "identity"): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get(new URL(path, address), { headers: { "accept-encoding": encodings } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve(Buffer.concat(chunks)));
      answer.on("error", reject);
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
    });
    request.on("error", reject);
  });
}
