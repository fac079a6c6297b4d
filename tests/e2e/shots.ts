import type { Page } from "playwright-core";

/** Takes pictures of a page for people to look at, narrow and wide, light and dark, where KITH_SHOTS names a folder for them. */
export async function shots(page: Page, name: string): Promise<void> {
  const folder = process.env.KITH_SHOTS;
  if (!folder) return;
  const before = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
