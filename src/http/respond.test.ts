import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { callerAddress } from "./address.ts";
import { accepts, respond } from "./respond.ts";

const page = "<p>Turn it off and on again.</p>".repeat(100);
const html = { type: "text/html; charset=utf-8" };

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

describe("an answer", () => {
  it("is compressed as the caller accepts, and says so to caches", async () => {
    const zstd = respond("gzip, deflate, br, zstd", page, html);
    expect(zstd.headers.get("content-encoding")).toBe("zstd");
    expect(zstdDecompressSync(await bytesOf(zstd)).toString()).toBe(page);
    const gzip = respond("gzip;q=0.5", page, html);
    expect(gzip.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(page);
    for (const response of [zstd, gzip]) expect(response.headers.get("vary")).toBe("accept-encoding");
  });

  it("is sent as it is where it is short, or where nothing that Kith speaks is accepted", async () => {
    for (const [accepted, body] of [
      ["gzip", "short"],
      ["br", page],
      ["gzip;q=0, zstd; q=0.0", page],
      [undefined, page],
    ] as const) {
      const response = respond(accepted, body, html);
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(await response.text()).toBe(body);
    }
  });

  it("reads q=0 as a refusal and nothing else (RFC 9110, section 12.5.3)", () => {
    expect(accepts("gzip;q=0.001", "gzip")).toBe(true);
    expect(accepts("gzip;q=0", "gzip")).toBe(false);
    expect(accepts("gzip ; q=0.000, br", "gzip")).toBe(false);
    expect(accepts("br", "gzip")).toBe(false);
  });
});

describe("the caller's address", () => {
  it("is the connection's, unless proxies are trusted, and then what the outermost of them saw", () => {
    expect(callerAddress("10.0.0.1", "6.6.6.6", 0)).toBe("10.0.0.1");
    expect(callerAddress("10.0.0.1", "6.6.6.6, 203.0.113.7", 1)).toBe("203.0.113.7");
    expect(callerAddress("10.0.0.1", "6.6.6.6, 203.0.113.7, 10.0.0.9", 2)).toBe("203.0.113.7");
    expect(callerAddress("10.0.0.1", undefined, 2)).toBe("10.0.0.1");
    expect(callerAddress(undefined, undefined, 0)).toBe("unknown");
  });
});
