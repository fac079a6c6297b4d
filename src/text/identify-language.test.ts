import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { identifyLanguage } from "./identify-language.ts";

const naughtyFile = new URL("../../../shared/data/safety/naughty-strings.json", import.meta.url);

describe("the language of a text", () => {
  it.each([
    ["de", "Wie kann ich mein Passwort zurücksetzen?"],
    ["en", "How do I reset my password?"],
    ["ru", "Как мне вернуть деньги за заказ?"],
    ["ja", "パスワードを忘れてしまいました"],
    ["zh", "我忘记了我的密码怎么办"],
    ["ko", "비밀번호를 잊어버렸어요"],
    ["pl", "Nie mogę zalogować się na swoje konto"],
  ])("is %s for %s", async (language, text) => {
    expect(await identifyLanguage(text, "en")).toMatchObject({ language });
  });

  it("is that of most of a text whose ends are in two languages", async () => {
    const said = "The operation could not be completed because the device is not ready. Please try again later. ";
    const asked =
      "Das steht da immer, wenn ich die Maschine einschalte, und danach geht gar nichts mehr. Ich habe schon alles versucht, was in der Anleitung steht, auch den Stecker gezogen und einen ganzen Tag gewartet.";
    expect(await identifyLanguage(said + asked, "fr")).toMatchObject({ language: "de" });
  });

  it("is the community's where nothing can be told, and one of its own", async () => {
    expect(await identifyLanguage("🔥 42", "fr")).toEqual({ language: "fr", probability: 0 });
    expect((await identifyLanguage("Wie kann ich mein Passwort zurücksetzen?", "en", ["en", "fr"])).language).toBe(
      "en",
    );
  });

  it.skipIf(!existsSync(naughtyFile))("survives the naughty strings (skipped without ../shared/data)", async () => {
    for (const text of JSON.parse(readFileSync(naughtyFile, "utf8")) as string[]) {
      expect((await identifyLanguage(text, "en")).language).toMatch(/^[a-z]{2}$/);
    }
  });
});
