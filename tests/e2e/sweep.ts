import type { Page } from "playwright-core";

/**
 * What is wrong with the build of a page: the three landmarks each once and side by side, no script but ours, no handler in an
 * attribute, nothing embedded, no address that runs something. Runs in the browser, so it uses nothing from around it.
 */
function inspect(page: Document): string[] {
  const wrong: string[] = [];
  const landmarks = [...page.body.children].map(({ localName }) => localName);
  const inOrder = landmarks.filter((name) => ["header", "main", "footer"].includes(name)).join();
  if (inOrder !== "header,main,footer") wrong.push(`landmarks: ${landmarks.join()}`);
  if (page.querySelectorAll("main").length !== 1) wrong.push("not one main");
  if (page.querySelectorAll("main h1").length !== 1) wrong.push("not one h1");
  const foreign = ["script", "iframe", "object", "embed", "base", "math", "style", "template", "img", "video", "audio"];
  for (const element of page.querySelectorAll("*")) {
    const name = element.localName;
    const own = name === "script" && /^\/assets\/client-\w+\.js$/.test(element.getAttribute("src") ?? "");
    const drawn = name === "svg" && element.matches(".i, .sheet");
    if ((foreign.includes(name) && !own) || (name === "svg" && !drawn)) wrong.push(element.outerHTML.slice(0, 200));
    for (const { name: attribute, value } of element.attributes) {
      const address = ["href", "src", "action", "formaction"].includes(attribute);
      const runs = address && /^\s*(javascript|data|vbscript):/i.test(value);
      if (attribute.startsWith("on") || attribute === "style" || runs) wrong.push(`${name} ${attribute}="${value}"`);
    }
  }
  return wrong;
}

/** Runs before a page's own scripts: what an injected script would do first is written down instead. Brings `inspect`, too. */
export const canary = `
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = (...given) => void window.kithComplain("ran: " + name + "(" + given.join() + ")");
}
window.kithInspect = ${inspect};`;

type Inspecting = typeof globalThis & { kithInspect: typeof inspect };

/** What is wrong with the page at hand. */
export function sweep(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as Inspecting).kithInspect(document));
}

export interface Fetched {
  readonly wrong: string[];
  readonly values: readonly (string | null)[];
}

/**
 * Fetches many pages and reads them with the browser's own parser: what is wrong with each, and of each selector the value of
 * the field or the text of the element. Much quicker than going to each.
 */
export function sweepAll(page: Page, addresses: readonly string[], selectors: readonly string[]): Promise<Fetched[]> {
  return page.evaluate(
    async ([all, wished]) => {
      const read: Fetched[] = [];
      for (const address of all) {
        const response = await fetch(address);
        const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
        const values = wished.map((selector) => {
          const found = parsed.querySelector(selector);
          return found && "value" in found ? String(found.value) : (found?.textContent ?? null);
        });
        const wrong = (globalThis as Inspecting).kithInspect(parsed);
        read.push({ wrong: response.ok ? wrong : [...wrong, `status ${response.status}`], values });
      }
      return read;
    },
    [addresses, selectors] as const,
  );
}
