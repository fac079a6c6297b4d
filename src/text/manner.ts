import { bad, callToAct, denying, helping, question, self, warm, we, you } from "./manner-words.ts";

const link = /https?:\/\/\S+|www\.\S+/giu;
const name = /@[\p{L}\p{N}_]+/gu;
const hashtag = /#[\p{L}\p{N}_]+/gu;
const number = /[$€£]?\p{N}[\p{N}.,:]*%?/gu;
/** A name in the middle of a sentence: a capital letter after a small word. */
const properName = /(?<=[\p{Ll}\p{N},;:]\s)\p{Lu}[\p{L}\p{N}&'’]*(?:\s\p{Lu}[\p{L}\p{N}&'’]*)*/gu;

const invitation: readonly (readonly [string, RegExp])[] = [
  [
    "read on",
    /\b(read|learn|find out|know|see|hear|info|details|click|check)\b[^.!?]{0,12}\b(more|here|out|why|how)\b|\bmore( info)?( at| on| here)?:/u,
  ],
  [
    "come along",
    /\b(join|rsvp|register|sign up|tune in|stay tuned|follow us|enter|apply|vote|save the date|don.{0,2}t miss)\b/u,
  ],
  ["advice", /\b(tips?|ways to|how to|steps to|secrets? (to|of)|best practices|guide to|advice|did ?you ?know)\b/u],
];
/** Characters of a remark that comments on what it passes on. */
const SHORT_REMARK = 40;

/** The text with names, hashtags, links and numbers masked, so that a model learns manner and not brands. */
export function masked(text: string, properNames: boolean): string {
  const handles = text.replaceAll(link, " xxlink ").replaceAll(name, " xxname ").replaceAll(hashtag, " xxtag ");
  return (properNames ? handles.replaceAll(properName, " xxproper ") : handles).replaceAll(number, " xxnumber ");
}

/** Marks of structure: how a message is built, whom it speaks to, and what it asks for. Amounts are put into steps. */
export function* mannerMarks(text: string): Generator<string> {
  const trimmed = text.trim();
  const words = trimmed.toLowerCase().match(/[\p{L}\p{N}'’_-]+/gu) ?? [];
  const links = [...trimmed.matchAll(link)];
  yield trimmed.startsWith("@") || trimmed.startsWith(".@") ? "starts with a name" : "starts with a word";
  if (/^(rt|mt)\s|\brt @/i.test(trimmed)) yield "passed on";
  yield `links ${Math.min(3, links.length)}`;
  const last = links.at(-1);
  if (last) {
    const after = trimmed.length - ((last.index ?? 0) + last[0].length);
    yield after < 3 ? "link at the end" : (last.index ?? 0) < 3 ? "link at the start" : "link in the middle";
  }
  yield `names ${Math.min(3, trimmed.match(name)?.length ?? 0)}`;
  yield `tags ${Math.min(3, trimmed.match(hashtag)?.length ?? 0)}`;
  yield `numbers ${Math.min(3, trimmed.replaceAll(link, "").match(number)?.length ?? 0)}`;
  yield `proper names ${Math.min(3, trimmed.match(properName)?.length ?? 0)}`;
  yield `length ${Math.min(6, Math.floor(trimmed.length / 25))}`;
  if (trimmed.includes("?")) yield "asks";
  if (/\?\s*(https?:\S+\s*)?$/u.test(trimmed)) yield "asks at the end";
  if (trimmed.includes("!")) yield trimmed.split("!").length > 3 ? "shouts" : "exclaims";
  if (/["“”]/u.test(trimmed)) yield "quotes";
  if (/[:;]-?[)D(]|\p{Extended_Pictographic}/u.test(trimmed)) yield "smiles";
  if (/\^\p{L}{1,3}\s*$|\s-\p{Lu}{1,2}\s*$/u.test(trimmed)) yield "signed";
  if (/^[^:]{3,40}: /u.test(trimmed)) yield "heading";
  const first = words.find((word) => !/^(rt|http|https)$/.test(word));
  if (first) {
    if (callToAct.has(first)) yield "starts with a call";
    if (question.has(first)) yield "starts with a question";
    if (self.has(first) || we.has(first)) yield "starts with us";
  }
  yield* counted("you", words, you);
  yield* counted("we", words, we);
  yield* counted("i", words, self);
  yield* counted("call", words, callToAct);
  yield* counted("help", words, helping);
  yield* counted("warm", words, warm);
  yield* counted("bad", words, bad);
  yield* counted("deny", words, denying);
  if (first && warm.has(first)) yield "starts warmly";
  if (words.some((word) => self.has(word)) && words.some((word) => bad.has(word) || denying.has(word)))
    yield "i and bad";
  yield* passingOn(trimmed);
  yield* invitations(trimmed);
  if (afterStop(trimmed)) yield "a sentence starts with a call";
}

function* counted(label: string, words: readonly string[], lexicon: ReadonlySet<string>): Generator<string> {
  let count = 0;
  for (const word of words) if (lexicon.has(word)) count++;
  const step = count > 3 ? "4" : String(count);
  yield `${label} ${step}`;
  if (count > 0) yield `${label} any`;
}

/** Somebody else's words passed on, after words of one's own: an answer to them; or with their source named. */
function* passingOn(text: string): Generator<string> {
  const at = text.search(/\b(rt|mt):? ?@/i);
  if (at > 0) {
    const own = text.slice(0, at).trim();
    yield "own words before another's";
    if (own.length <= SHORT_REMARK) yield "a short remark before another's words";
    if (own.includes("!")) yield "exclaims before another's words";
  }
  if (/\bvia:? @/i.test(text)) yield "names its source";
}

/** Invitations to read, see or come, and advice: what a call to act looks like without an imperative at the start. */
function* invitations(text: string): Generator<string> {
  const lower = text.toLowerCase();
  let any = false;
  for (const [mark, wording] of invitation) {
    if (!wording.test(lower)) continue;
    yield mark;
    any = true;
  }
  if (any) yield "invites";
  for (const [sentence] of lower.matchAll(/[^.!?]+\?/gu)) {
    if (/\b(you|your|u)\b/u.test(sentence)) {
      yield "asks the reader";
      break;
    }
  }
}

/** Whether a later sentence begins with a call to act. */
function afterStop(text: string): boolean {
  for (const [, word] of text.matchAll(/[.!?:;-]\s+(\p{L}+)/gu))
    if (callToAct.has((word ?? "").toLowerCase())) return true;
  return false;
}
