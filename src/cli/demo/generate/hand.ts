import type { Hand } from "./crowd.ts";

const short: Readonly<Record<string, string>> = { would: "d", will: "ll", am: "m", is: "s", are: "re" };

/** "do not" to "don't", and "It is" to "It's" where something follows. German has none of these words. */
function contracted(text: string): string {
  return text
    .replace(/\b(do|does|did|is|are|was|has|have|would|could|should) not\b/gi, "$1n't")
    .replace(/\b(c)annot\b/gi, "$1an't")
    .replace(/\b(w)ill not\b/gi, "$1on't")
    .replace(/\b(It|That|There) (is) (?=[a-z])/g, (_, subject, verb) => `${subject}'${short[verb]} `)
    .replace(/\b(you|they|we) (are) (?=[a-z])/gi, (_, subject, verb) => `${subject}'${short[verb]} `)
    .replace(/\b(I) (would|will|am) (?=[a-z])/g, (_, subject, verb) => `${subject}'${short[verb]} `);
}

/** Writes a text as somebody would who has this hand. Links and code stay as they are. */
export function inHand(hand: Hand, text: string): string {
  return text
    .split(/(`[^`]*`|\[[^\]]*\]\([^)]*\))/)
    .map((part, index) => (index % 2 === 1 ? part : written(hand, part)))
    .join("");
}

function written(hand: Hand, part: string): string {
  const text = hand.contracts ? contracted(part) : part;
  const even = hand.even ? text.replaceAll("**", "") : text;
  return hand.small ? even.toLowerCase() : even;
}
