// Searching as somebody does who came with a problem: by words and operators, with the mouse, with the keyboard, without scripts. One
// town for all of it, because founding one takes seconds: long for that reason.
import { describe, expect, test } from "vitest";
import { askQuestion, confirmAnswer, createCommunity, giveAnswer } from "../../src/community/index.ts";
import { unwrap } from "../../src/kernel/index.ts";
import { foundTown, type Resident, settle, type Town } from "../factories/town.ts";
import { hold } from "./hold.ts";
import { inTown } from "./in-town.ts";
import { afterWhatCame, type Window } from "./window.ts";

let town: Town;
let ada: Resident;
let bo: Resident;

const texts = {
  humming: ["The dimmer makes the lamp hum", "Only below half, since **May**.", "desk", ["dimmer", "led"]],
  flicker: ["Lamp flickers at night", "It began after the storm.", "floor", ["led"]],
  waiting: ["Lamp shade came broken", "The box was fine.", "desk", ["delivery"]],
  reading: ["Reading light for a bed", "Warm and dim.", "floor", ["dimmer"]],
} as const;
const ids = {} as Record<keyof typeof texts, number>;

const { newWindow } = inTown(foundTown, async (founded) => {
  town = founded;
  const admin = await town.resident("Mayor", ["admin"]);
  [ada, bo] = [await town.resident("Ada"), await town.resident("Bo", ["solver"])];
  await town.group(admin.actor, { slug: "desk", name: "Desk lamps" });
  await town.group(admin.actor, { slug: "floor", name: "Floor lamps" });
  for (const [name, [title, body, group, tags]] of Object.entries(texts)) {
    const wish = { title, body, group, tags: [...tags] };
    const { id } = unwrap(await town.store.transact((tx) => askQuestion(tx, ada.actor, wish)));
    ids[name as keyof typeof texts] = id;
  }
  await solve("humming", "Swap the dimmer for a trailing edge one; that ends the humming.");
  await solve("reading", "Take one with a flexible arm.");
});

async function solve(name: keyof typeof texts, body: string): Promise<void> {
  const { id } = unwrap(await town.store.transact((tx) => giveAnswer(tx, bo.actor, { questionId: ids[name], body })));
  unwrap(await town.store.transact((tx) => confirmAnswer(tx, ada.actor, id)));
}

/** A community of another language in the same Kith. */
async function otherTown(locale: string): Promise<Town & { admin: Resident }> {
  const wish = { slug: `town-${locale}`, name: `Town ${locale}`, description: "", locale };
  const { id } = unwrap(await town.store.transact((tx) => createCommunity(tx, wish)));
  const there = settle(town.folder, town.kith, town.store, { id, slug: wish.slug });
  return { ...there, admin: await there.resident("Mayor", ["admin"]) };
}

const address = (q: string, more = "") => `${town.paths.search}?q=${encodeURIComponent(q)}${more}`;

async function inWindow(work: (window: Window) => Promise<void>, options = {}): Promise<void> {
  const window = await newWindow(options);
  await work(window);
}

/** Titles that a search finds, waiting for the index where something was only just written. */
async function titles(window: Window, q: string, more = ""): Promise<string[]> {
  expect(await window.open(address(q, more))).toBe(200);
  return window.page.locator(".row-title").allInnerTexts();
}
const titleOf = (name: keyof typeof texts): string => texts[name][0];

describe("by operators", () => {
  test("box, lists and chips say the same, and each part can be taken away", () =>
    inWindow(async (window) => {
      const { page } = window;
      await expect.poll(() => titles(window, "lamp tag:led is:solved group:desk")).toEqual([titleOf("humming")]);
      expect(await page.locator("#q").inputValue()).toBe("lamp tag:led");
      expect(await page.locator("#group").inputValue()).toBe("desk");
      expect(await page.locator("#state").inputValue()).toBe("solved");
      expect(await page.locator(".chips a").allInnerTexts()).toEqual(["Desk lamps", "solved", "#led"]);
      await page.getByRole("link", { name: "Take away: solved" }).click();
      await expect.poll(() => page.locator(".chips a").allInnerTexts()).toEqual(["Desk lamps", "#led"]);
      await page.getByRole("link", { name: "Take away: Desk lamps" }).click();
      await expect.poll(() => page.locator(".row-title").allInnerTexts()).toHaveLength(2);
      expect(new URL(page.url()).search).toBe("?q=lamp%20tag%3Aled");
      await page.goBack();
      await expect.poll(() => page.locator(".chips a").allInnerTexts()).toEqual(["Desk lamps", "#led"]);
    }));

  test.each([
    ['"at night"', ["flicker"]],
    ["lamp -night is:waiting", ["waiting"]],
    ["tag:dimmer", ["reading", "humming"]],
    ['by:Ada group:"Desk lamps"', ["waiting", "humming"]],
    ["is:open tag:led", ["flicker"]],
  ] as const)("%s finds what it says", (q, expected) =>
    inWindow(async (window) => {
      expect((await titles(window, q)).sort()).toEqual(expected.map(titleOf).sort());
    }),
  );

  test.each([
    ["de", "summende Leuchten", "Die Leuchte summt beim Dimmen", "Seit gestern mit neuen Glühbirnen."],
    ["ru", "отменённые заказы", "Мой заказ отменили", "Отмененный заказ был оплачен вчера."],
    ["ja", "パスワード 忘れた", "パスワードを忘れました", "昨日からログインできません。"],
  ] as const)("%s: “%s” finds other forms of its words", (locale, q, title, body) =>
    inWindow(async (window) => {
      const there = await otherTown(locale);
      await there.group(there.admin.actor, { slug: "help", name: "Help" });
      const wish = { title, body, group: "help", tags: [] };
      unwrap(await town.store.transact((tx) => askQuestion(tx, there.admin.actor, wish)));
      const find = async () => {
        await window.open(`${there.paths.search}?q=${encodeURIComponent(q)}`);
        return window.page.locator(".row-title").allInnerTexts();
      };
      await expect.poll(find).toEqual([title]);
      expect(await window.page.locator(".row mark").count()).toBeGreaterThan(0);
    }),
  );

  test("a group or a name that nobody has gets a sentence, and what is there otherwise", () =>
    inWindow(async (window) => {
      expect(await titles(window, "flickers group:kitchen by:Nobody")).toContain(titleOf("flicker"));
      expect(await window.page.locator(".pointer").allInnerTexts()).toEqual([
        "There is no group “kitchen” here, so this looks in all of them.",
        "Nobody here goes by the name “Nobody”, so this looks at everybody’s questions.",
      ]);
      expect(await window.page.locator("#q").inputValue()).toBe("flickers");
    }));
});

describe("what is found", () => {
  test("shows the passage of the answer, who solved it, and counts over everything", () =>
    inWindow(async (window) => {
      await titles(window, "dimmer humming");
      const { page } = window;
      const row = page.locator(".row").filter({ hasText: titleOf("humming") });
      expect(await row.locator(".snippet").innerText()).toContain("Answer: Swap the dimmer for a trailing edge one");
      expect(await row.locator(".snippet mark").allInnerTexts()).toEqual(["dimmer", "humming"]);
      expect(await row.locator(".meta").innerText()).toMatch(/solved by Bo\s+staff/);
      expect(await page.locator(".count").innerText()).toMatch(/^The best first, 1 to \d of \d that match$/);
    }));

  test("facets narrow it down, and lists and facets show what is left", () =>
    inWindow(async (window) => {
      await titles(window, "lamp");
      const { page } = window;
      const facet = page.getByRole("complementary", { name: "Narrow it down" });
      const solved = facet.getByRole("listitem").filter({ hasText: /^solved/ });
      expect(await solved.innerText()).toMatch(/solved\s+1/);
      await solved.getByRole("link").click();
      await page.getByRole("link", { name: "Take away: solved" }).waitFor();
      expect(await page.locator(".row-title").allInnerTexts()).toEqual([titleOf("humming")]);
      expect(await page.locator("#state").inputValue()).toBe("solved");
    }));

  test("a slip of the finger is met with what was meant, and nothing with the next step", () =>
    inWindow(async (window) => {
      const { page } = window;
      await titles(window, "lmap tag:led");
      await page.getByRole("link", { name: "lamp", exact: true }).click();
      await expect.poll(() => page.locator(".row-title").allInnerTexts()).toContain(titleOf("flicker"));
      expect(await page.locator("#q").inputValue()).toBe("lamp tag:led");
      await titles(window, "xylophone group:desk");
      await page.getByRole("link", { name: "Search without it" }).click();
      await page.getByRole("link", { name: "Ask this as a question" }).click();
      await page.waitForURL(`**${town.paths.ask}?title=xylophone`);
      expect(await page.getByLabel("What is the matter, in one sentence?").inputValue()).toBe("xylophone");
    }));
});

describe("while results are on their way", () => {
  const wishes = (q: string, state: string | null) => (url: URL) =>
    url.pathname === town.paths.search && url.searchParams.get("q") === q && url.searchParams.get("state") === state;

  test("what is typed stays, and Enter right after it is a step that one can go back from", () =>
    inWindow(async (window) => {
      const { page } = window;
      await page.clock.install();
      await titles(window, "lamp");
      const box = page.locator("#q");
      const found = await hold(page, wishes("lamp hum", null));
      await box.press("End");
      // The pause after typing ends when the clock goes on.
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.keyboard.type(" hum");
      await page.keyboard.press("Enter");
      await found.isAsked();
      await page.clock.runFor(200);
      found.letGo();
      await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("lamp hum");
      expect(found.count()).toBe(1);

      const solved = await hold(page, wishes("lamp hum", "solved"));
      await page.locator("#state").selectOption("solved");
      await solved.isAsked();
      await box.press("End");
      await page.keyboard.type("s");
      solved.letGo();
      await expect.poll(() => new URL(page.url()).searchParams.get("state")).toBe("solved");
      expect(await box.inputValue()).toBe("lamp hums");
      await page.clock.runFor(200);
      await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("lamp hums");
      await page.goBack();
      await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("lamp hum");
    }));

  test("whoever walks through a list already is not thrown out of it", () =>
    inWindow(async (window) => {
      const { page } = window;
      const at = () => page.evaluate(() => document.activeElement?.textContent?.trim());
      await expect.poll(() => titles(window, "dimmer hum is:solved")).toContain(titleOf("humming"));
      await titles(window, "dimmer hum");
      const found = await hold(page, wishes("dimmer humming", null));
      await page.locator("#q").press("End");
      await page.keyboard.type("ming");
      await found.isAsked();
      await page.keyboard.press("ArrowDown");
      expect(await at()).toBe(titleOf("humming"));
      found.letGo();
      await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("dimmer humming");
      expect(await at()).toBe(titleOf("humming"));

      await window.open(town.paths.home);
      await page.locator("#find").pressSequentially("dimmer lamp hum");
      const text = (url: URL) => url.searchParams.get("text");
      await page
        .locator(".drop")
        .getByRole("link", { name: titleOf("humming") })
        .waitFor();
      const more = await hold(
        page,
        (url) => url.pathname === town.paths.suggestions && text(url) === "dimmer lamp hums",
      );
      await page.keyboard.type("s");
      await more.isAsked();
      await page.keyboard.press("ArrowDown");
      expect(await at()).toBe(titleOf("humming"));
      const come = page.waitForResponse((response) => text(new URL(response.url())) === "dimmer lamp hums");
      more.letGo();
      await come;
      await afterWhatCame(page);
      expect(await at()).toBe(titleOf("humming"));
      expect(await page.locator(".drop").isVisible()).toBe(true);
    }));
});

describe("with the keyboard", () => {
  const focused = (window: Window) => window.page.evaluate(() => document.activeElement?.textContent?.trim());

  test("/ leads to the box, results change as one types, arrows and Enter lead to the answer", () =>
    inWindow(async (window) => {
      const { page } = window;
      await window.open(town.paths.search);
      await page.keyboard.press("/");
      await page.keyboard.type("lamp hum");
      await page.locator("#found .row-title").first().waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
      await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("lamp hum");
      await page.keyboard.press("ArrowDown");
      expect(await focused(window)).toBe(titleOf("humming"));
      await page.keyboard.press("j");
      expect(await focused(window)).not.toBe(titleOf("humming"));
      await page.keyboard.press("k");
      await page.keyboard.press("ArrowUp");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: titleOf("humming") }).waitFor();
    }));

  test("the masthead's box shows what is solved, and leads to it or to everything", () =>
    inWindow(async (window) => {
      const { page } = window;
      await window.open(town.paths.home);
      await page.keyboard.press("/");
      await page.keyboard.type("dimmer lamp hum");
      const drop = page.locator(".drop");
      await drop.getByRole("link", { name: titleOf("humming") }).waitFor();
      await page.keyboard.press("Escape");
      expect(await drop.isHidden()).toBe(true);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.type("s");
      await drop.getByRole("link", { name: "Everything on “dimmer lamp hums”" }).waitFor();
      await page.keyboard.press("ArrowDown");
      expect(await focused(window)).toBe(titleOf("humming"));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search?q=dimmer%20lamp%20hums");
    }));
});

test("without scripts the same is found, narrowed down and paged", () =>
  inWindow(
    async (window) => {
      const { page } = window;
      await window.open(town.paths.search);
      await page.getByLabel("What are you looking for?").fill("lamp is:solved");
      await page.getByRole("button", { name: "Search" }).click();
      await page.locator(".row").waitFor();
      expect(await page.locator("#state").inputValue()).toBe("solved");
      await page.getByLabel("State").selectOption("waiting");
      await page.getByRole("button", { name: "Search" }).click();
      await page.locator(".row").first().waitFor();
      expect(await page.locator(".row-title").allInnerTexts()).toContain(titleOf("waiting"));
      expect(await page.locator(".row .state.solved").count()).toBe(0);
    },
    { javaScriptEnabled: false },
  ));
