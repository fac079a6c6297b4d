import { expect, it } from "vitest";
import { isLanguage, languageOfLocale, writtenLanguage } from "./written-language.ts";

it.each([
  ["de", "Die Rechnung kam doppelt\nIch habe im März zweimal bezahlt und finde keinen Knopf zum Erstatten."],
  ["ja", "パスワードを忘れました。ログインできません。"],
  ["en", "How do I reset the router after the update?"],
  ["ru", "Как вернуть деньги за отменённый заказ?"],
  ["ko", "비밀번호를 잊어버렸어요. 어떻게 재설정하나요?"],
])("a text in %s is told to be", async (language, text) => {
  expect(await writtenLanguage(text)).toBe(language);
});

it.each([
  "",
  "ok",
  "12 34",
  "iPhone 7+",
  "```\nfor (const a of b) console.log(a);\n```",
  "https://example.com/der-die-das",
])("of %j nothing is told", async (text) => {
  expect(await writtenLanguage(text)).toBeNull();
});

it("code and addresses do not speak", async () => {
  const listing = "```js\nthrow new Error('this is an English sentence in a program');\n".concat(
    "let value = 1;\n".repeat(40),
    "```",
  );
  const text = `Warum bricht das hier mit einem Fehler ab?\n\n${listing}\n\nIch verstehe es nicht: <https://example.com/what-is-this-error-about>.`;
  expect(await writtenLanguage(text)).toBe("de");
});

it("a locale names its language", () => {
  expect(["de-AT", "en", "PT-br", "x", ""].map(languageOfLocale)).toEqual(["de", "en", "pt", "en", "en"]);
  expect(["de", "gsw", "DE", "d", "de-AT"].map(isLanguage)).toEqual([true, true, false, false, false]);
});
