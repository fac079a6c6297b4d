import type { Refusal } from "../../kernel/index.ts";

/** What a refusal says in another language than the rooms' own, by its code. */
export type RefusalWords = Readonly<Record<string, { readonly message: string; readonly next: string }>>;

/** A refusal in the words of a page's language; one without such words stays as the room said it. */
export function inWordsOf(words: RefusalWords, refused: Refusal): Refusal {
  const own = words[refused.code];
  if (!own) return refused;
  const fields = refused.fields && Object.fromEntries(Object.keys(refused.fields).map((name) => [name, own.message]));
  return { ...refused, ...own, ...(fields ? { fields } : {}) };
}
