import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { accepts } from "./respond.ts";

/** The files that pages refer to, read into memory at the start: there are few, and they are small. */
export interface Assets {
  /** The address of a built file by its plain name: `styles.css` is `/assets/styles-1a2b3c.css`. */
  addressOf(name: string): string;
  /** Answers a request for `/assets/…`, `/favicon.svg` or `/robots.txt`; null where there is no such file. */
  serve(pathname: string, acceptEncoding: string | undefined): Response | null;
}

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};
/** Codings that the build made beside each file, the smallest first. */
const codings = [
  ["br", ".br"],
  ["zstd", ".zst"],
  ["gzip", ".gz"],
] as const;

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly coded: ReadonlyMap<string, Buffer>;
  /** Files with a hash in their name never change. */
  readonly lasting: boolean;
}

/** Reads the built files of `folder` (dist/public). */
export function readAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as Record<string, string>;
  const hashed = new Set(Object.values(manifest));
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const type = types[path.extname(name)];
    if (!type || name === "manifest.json") continue;
    const coded = new Map<string, Buffer>();
    for (const [coding, ending] of codings) {
      const file = path.join(folder, name + ending);
      if (existsSync(file)) coded.set(coding, readFileSync(file));
    }
    assets.set(name, { type, plain: readFileSync(path.join(folder, name)), coded, lasting: hashed.has(name) });
  }
  return {
    addressOf(name) {
      const built = manifest[name];
      if (!built) throw new Error(`the build has no ${name}`);
      return `/assets/${built}`;
    },
    serve(pathname, acceptEncoding) {
      const name = pathname.startsWith("/assets/") ? pathname.slice(8) : pathname.slice(1);
      const asset = assets.get(name);
      return asset ? answer(asset, acceptEncoding ?? "") : null;
    },
  };
}

function answer(asset: Asset, acceptEncoding: string): Response {
  const headers: Record<string, string> = {
    "content-type": asset.type,
    "cache-control": asset.lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    vary: "accept-encoding",
  };
  const coding = codings.map(([name]) => name).find((name) => asset.coded.has(name) && accepts(acceptEncoding, name));
  if (coding) headers["content-encoding"] = coding;
  const body = (coding && asset.coded.get(coding)) || asset.plain;
  return new Response(new Uint8Array(body), { headers });
}
