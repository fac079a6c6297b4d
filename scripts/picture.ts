// Makes docs/question.png, the picture in the README: a solved question of the demonstration community, as a visitor sees it.
// Run it with "node scripts/picture.ts" after a change of looks.
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
  // The first solved question at home with the most people helped stands for what Kith is for.
  const href = await page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>(".row")].filter((row) =>
      row.querySelector(".state.solved, .solved"),
    );
    const helped = (row: HTMLElement) => Number(/(\d+) (people|person)/.exec(row.textContent ?? "")?.[1] ?? 0);
    rows.sort((a, b) => helped(b) - helped(a));
    return rows[0]?.querySelector<HTMLAnchorElement>("a.row-title")?.href;
  });
  if (!href) throw new Error("the demonstration community shows no solved question at home");
  await page.goto(href);
  rmSync(target, { force: true });
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  await kith.stop();
}
