import { constants, gzipSync, zstdCompressSync } from "node:zlib";

/** Smaller answers gain nothing from compression: they fit one packet with their headers (RFC 791: 1,500 bytes mostly). */
const leastBytes = 1_200;

/** Quick levels: a page is compressed at each request, so milliseconds count more than the last percent of its size. */
const zstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: 2 } };
const gzipOptions = { level: 2 };

export interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly headers?: Record<string, string>;
}

/** An answer with a body of text, compressed as the caller's Accept-Encoding allows. */
export function respond(acceptEncoding: string | undefined, body: string, answer: Answer): Response {
  const headers: Record<string, string> = { "content-type": answer.type, ...answer.headers };
  const status = answer.status ?? 200;
  const accepted = body.length >= leastBytes ? (acceptEncoding ?? "") : "";
  headers.vary = headers.vary ? `${headers.vary}, accept-encoding` : "accept-encoding";
  if (accepts(accepted, "zstd")) {
    headers["content-encoding"] = "zstd";
    return new Response(zstdCompressSync(body, zstdOptions), { status, headers });
  }
  if (accepts(accepted, "gzip")) {
    headers["content-encoding"] = "gzip";
    return new Response(gzipSync(body, gzipOptions), { status, headers });
  }
  return new Response(body, { status, headers });
}

/** Whether an Accept-Encoding names a coding without refusing it by `q=0` (RFC 9110, section 12.5.3). */
export function accepts(acceptEncoding: string, coding: string): boolean {
  const at = acceptEncoding.indexOf(coding);
  if (at === -1) return false;
  return !/^\s*;\s*q=0(\.0*)?\s*(,|$)/.test(acceptEncoding.slice(at + coding.length));
}
