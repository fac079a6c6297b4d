// Makes docs/question.png, the picture in the README: a solved question of the demonstration community, as a visitor sees it.
// After a change of looks: `npm run -s kith -- --help`, which builds, and then `npx node scripts/picture.ts`.
import { rmSync } from "node:fs";
import path from "node:path";
import { launchBrowser } from "../tests/browser.ts";
import { makeDataFolder } from "../tests/factories/data-folder.ts";
import { startKith } from "../tests/factories/kith.ts";

const target = path.resolve(import.meta.dirname, "../docs/question.png");
const folder = makeDataFolder("picture");
const kith = await startKith(folder, {}, ["demo", "--json"]);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: "light" });
  await page.goto(kith.address);
  // Of what is solved about the commonest trouble, the question that helped most people stands for what Kith is for.
  await page.goto(`${page.url()}/search?q=no+water+from+the+machine&state=solved`);
  const found = await page.evaluate(() => {
    const helped = (row: HTMLElement) => Number(/(\d+) (people|person)/.exec(row.textContent ?? "")?.[1] ?? 0);
    const rows = [...document.querySelectorAll<HTMLElement>(".row")].sort((a, b) => helped(b) - helped(a));
    return rows.map((row) => row.querySelector<HTMLAnchorElement>("a.row-title")?.href ?? "");
  });
  for (const href of found) {
    await page.goto(href);
    // Machines differ in the letters that their fonts have.
    const text = await page.locator("main").innerText();
    if (!/[^\p{Script=Latin}\p{Script=Common}]/u.test(text)) break;
  }
  rmSync(target, { force: true });
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  await kith.stop();
}
