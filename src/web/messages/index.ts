import { de } from "./de.ts";
import { en, type Messages } from "./en.ts";

export type { Messages } from "./en.ts";

/** Languages that Kith speaks, by the code that stands in `<html lang>`. */
export const messagesByLocale = { en, de } satisfies Record<string, Messages>;

export type Locale = keyof typeof messagesByLocale;

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && Object.hasOwn(messagesByLocale, value);
}

/** Picks the language of a page: the reader's own choice, else the first of Accept-Language that Kith speaks, else the fallback. */
export function pickLocale(
  chosen: string | null,
  acceptLanguage: string | null | undefined,
  fallback: Locale = "en",
): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [tag = "", ...rest] = entry.trim().split(";");
      const q = rest.find((parameter) => parameter.trim().startsWith("q="));
      const weight = q ? Number(q.trim().slice(2)) : 1;
      return { language: tag.trim().toLowerCase().split("-")[0], weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return fallback;
}
