// What Lighthouse says of a community that is served: each page three times, the scores of each time and the medians of what is timed.
//   npx node scripts/evaluate/lighthouse.ts ADDRESS COMMUNITY : such as http://127.0.0.1:3000 tamberlo; wants a machine that does nothing else
import { figure } from "../../src/cli/bench/measure.ts";
import { openLighthouse, pagesOf, type Report, scoreOf, shortcomings } from "../../tests/e2e/lighthouse.ts";

const [address = "", community = ""] = process.argv.slice(2);
const runs = 3;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const timed = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"] as const;

const lighthouse = await openLighthouse();
const lost = new Set<string>();
console.log(`| page | ${categories.join(" | ")} | ${timed.join(" ms | ")} ms |`);
console.log(`| --- |${" ---: |".repeat(categories.length + timed.length)}`);
for (const [name, path] of Object.entries(await pagesOf(address, `/c/${community}`))) {
  const reports: Report[] = [];
  while (reports.length < runs) reports.push(await lighthouse.look(new URL(path, address).href));
  const scores = categories.map((category) => reports.map((report) => scoreOf(report, category)).join(", "));
  const times = timed.map((audit) =>
    Math.round(figure(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN)).median),
  );
  console.log(`| ${[name, ...scores, ...times].join(" | ")} |`);
  for (const report of reports) for (const one of shortcomings(report)) lost.add(`${name}: ${one}`);
}
for (const one of lost) console.log(one);
await lighthouse.close();
