// Shows the pages with sample data, for whoever draws them.
//   node scripts/preview-pages.mjs serve [port]         a server under the real Content-Security-Policy
//   node scripts/preview-pages.mjs shoot [page ...]     pictures at 390 and 1280 px, light and dark, and axe findings
//   node scripts/preview-pages.mjs measure              CPU a render, over different pages
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const out = process.env.KITH_PREVIEW ?? join(root, ".kith", "preview");
mkdirSync(out, { recursive: true });

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

async function load() {
  const file = join(out, "pages.mjs");
  await build({
    entryPoints: [join(root, "tests", "preview", "pages.ts")],
    bundle: true,
    outfile: file,
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    nodePaths: [join(root, "node_modules")],
    // Packages written before modules ask for Node's own by require.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return import(`${pathToFileURL(file).href}?${Date.now()}`);
}

async function assets() {
  const { globSync } = await import("node:fs");
  const sheets = globSync(join(root, "src/web/styles/*.css")).sort();
  const css = await build({
    stdin: { contents: sheets.map((path) => readFileSync(path, "utf8")).join("\n"), loader: "css" },
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome120", "firefox121", "safari17"],
    external: ["/*"],
  });
  const js = await build({
    entryPoints: [join(root, "src/web/client/main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
  });
  return { css: css.outputFiles[0]?.contents ?? new Uint8Array(), js: js.outputFiles[0]?.contents ?? new Uint8Array() };
}

/** The sample pages under the real policy. @param {number} port */
export async function servePages(port) {
  const { shown, fragments, colours } = await load();
  const { css, js } = await assets();
  const favicon = readFileSync(join(root, "src/web/public/favicon.svg"));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const send = (/** @type {string} */ type, /** @type {unknown} */ body, status = 200) => {
      response.writeHead(status, { "content-type": type, "content-security-policy": policy });
      response.end(body);
    };
    if (path === "/styles.css") return send("text/css", css);
    if (path === "/colours.css") return send("text/css", colours);
    if (path === "/client.js") return send("text/javascript", js);
    if (path === "/favicon.svg") return send("image/svg+xml", favicon);
    if (path.endsWith("/live")) {
      response.writeHead(200, { "content-type": "text/event-stream" });
      return response.write("retry: 5000\n\n");
    }
    if (path === "/preview") return send("text/html; charset=utf-8", "<p>A <strong>preview</strong>.</p>");
    const page = shown[path.slice(1)] ?? fragments[path];
    if (page) return send("text/html; charset=utf-8", page().toString());
    if (path === "/")
      return send(
        "text/html; charset=utf-8",
        Object.keys(shown)
          .map((name) => `<a href="/${name}">${name}</a><br>`)
          .join(""),
      );
    return send("text/plain", "no such sample", 404);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  return {
    server,
    origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`,
    names: Object.keys(shown),
  };
}

/** @param {string[]} wanted */
async function shoot(wanted) {
  const { chromium } = await import("playwright-core");
  const { server, origin, names } = await servePages(0);
  const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
  const browser = await chromium.launch({
    executablePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  let findings = 0;
  for (const name of wanted.length > 0 ? wanted : names) {
    for (const [scheme, width] of /** @type {const} */ ([
      ["light", 1280],
      ["light", 390],
      ["dark", 1280],
      ["dark", 390],
    ])) {
      const tab = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        deviceScaleFactor: 1,
        bypassCSP: true,
      });
      tab.on(
        "console",
        (message) => message.type() === "error" && console.log(`${name} ${width} ${scheme}: ${message.text()}`),
      );
      tab.on("pageerror", (error) => console.log(`${name} ${width} ${scheme}: ${error.message}`));
      await tab.goto(`${origin}/${name}`);
      await tab.waitForTimeout(80);
      await tab.screenshot({ path: join(out, `${name}-${width}-${scheme}.png`), fullPage: true });
      const wide = await tab.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (wide) console.log(`${name} ${width}: scrolls sideways`);
      await tab.evaluate(axe);
      const result = await tab.evaluate(() =>
        /** @type {any} */ (globalThis).axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      for (const violation of result.violations) {
        findings += 1;
        console.log(`${name} ${width} ${scheme}: ${violation.id}: ${violation.help}`);
        for (const node of violation.nodes.slice(0, 3))
          console.log(`    ${node.html.slice(0, 160)}\n    ${node.failureSummary?.split("\n").slice(1, 3).join(" ")}`);
      }
      await tab.close();
    }
  }
  await browser.close();
  server.closeAllConnections();
  server.close();
  console.log(`${findings} findings; pictures in ${out}`);
}

async function measure() {
  const { measured, shown } = await load();
  const { css, js } = await assets();
  console.log(`styles ${css.length} bytes, ${brotliCompressSync(css).length} br, ${gzipSync(css).length} gz`);
  console.log(`script ${js.length} bytes, ${brotliCompressSync(js).length} br, ${gzipSync(js).length} gz`);
  const question = shown.question().toString();
  console.log(`question page ${question.length} bytes, ${brotliCompressSync(question).length} br`);
  for (const [name, render] of Object.entries(measured)) {
    for (let n = 0; n < 1500; n++) render(n).toString();
    const start = process.cpuUsage();
    let bytes = 0;
    for (let n = 0; n < 2000; n++) bytes += render(n + 1500).toString().length;
    const used = process.cpuUsage(start);
    console.log(
      `${name}: ${((used.user + used.system) / 2000 / 1000).toFixed(3)} ms, ${Math.round(bytes / 2000)} characters`,
    );
  }
}

if (process.argv[1] === import.meta.filename) {
  const [command = "serve", ...rest] = process.argv.slice(2);
  if (command === "measure") await measure();
  else if (command === "shoot") await shoot(rest);
  else console.log((await servePages(Number(rest[0] ?? 0))).origin);
}
