const link = /https?:\/\/\S+|www\.\S+/giu;
const name = /@[\p{L}\p{N}_]+/gu;
const hashtag = /#[\p{L}\p{N}_]+/gu;
const number = /[$€£]?\p{N}[\p{N}.,:]*%?/gu;
/** A name in the middle of a sentence: a capital letter after a small word. */
const properName = /(?<=[\p{Ll}\p{N},;:]\s)\p{Lu}[\p{L}\p{N}&'’]*(?:\s\p{Lu}[\p{L}\p{N}&'’]*)*/gu;

/** Calls to do something: imperatives of campaigns and shops, in the languages that the guard knows so far. */
const callToAct = new Set(
  "apply ask book browse buy call check choose claim click come comment compare contact discover donate don't download enjoy enter explore find follow get give go help hurry join learn listen look make meet nominate order participate play post pre-order read register reply retweet rt save see send share shop show sign snap start stop submit subscribe switch take tell text try tune tweet upgrade use view visit vote watch win write".split(
    " ",
  ),
);
const helping = new Set(
  "sorry apologies apologise apologize help assist support issue problem thanks thank glad happy hear please dm pls let know details email contact reach check sort look happened concern concerns feedback understand resolve appreciate welcome great".split(
    " ",
  ),
);
const warm = new Set(
  "thank thanks thx congrats congratulations welcome love loved loving great awesome amazing excellent wonderful good best nice happy excited proud enjoy fun cool lovely fantastic cheers luck kudos hi hello hey morning lol haha yay wow beautiful perfect".split(
    " ",
  ),
);
const bad = new Set(
  "bad worst worse terrible horrible awful poor poorly rude useless ridiculous pathetic disappointed disappointing disgusting disgusted unacceptable angry annoyed annoying frustrated frustrating upset hate sucks suck crap shit fuck fucking damn hell wtf broken broke break breaks fail failed failing fails failure problem problems issue issues error errors wrong fault faulty damaged defective missing lost stolen stuck crash crashed crashing freeze frozen down dead slow late delay delayed delays waiting waited wait hold overcharged charged refund refunds cancel cancelled canceled return complaint complain dirty cold gross sick mold stale ripped torn ruined scam joke lies lied lying ignored ignore nothing nobody still yet again why".split(
    " ",
  ),
);
const denying = new Set(
  "not no never none nothing can't cant cannot won't wont don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't haven't havent hasn't hasnt couldn't wouldn't shouldn't without unable".split(
    " ",
  ),
);
const you = new Set("you your you're yours u ur you'll you've you'd".split(" "));
const we = new Set("we our us we're we've we'll ours".split(" "));
const self = new Set("i my me i'm i'll i've".split(" "));
const question = new Set("who what where when why how which do does did is are can will would have".split(" "));

/** The text with names, hashtags, links and numbers masked, so that a model learns manner and not brands. */
export function masked(text: string): string {
  return text
    .replaceAll(link, " xxlink ")
    .replaceAll(name, " xxname ")
    .replaceAll(hashtag, " xxtag ")
    .replaceAll(properName, " xxproper ")
    .replaceAll(number, " xxnumber ");
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
  if (/\b(rt|mt|via) ?@/i.test(trimmed) && !/^(rt|mt)\b/i.test(trimmed)) yield "passed on with own words";
  if (afterStop(trimmed)) yield "a sentence starts with a call";
}

function* counted(label: string, words: readonly string[], lexicon: ReadonlySet<string>): Generator<string> {
  let count = 0;
  for (const word of words) if (lexicon.has(word)) count++;
  const step = count > 3 ? "4" : String(count);
  yield `${label} ${step}`;
  if (count > 0) yield `${label} any`;
}

/** Whether a later sentence begins with a call to act. */
function afterStop(text: string): boolean {
  for (const [, word] of text.matchAll(/[.!?:;-]\s+(\p{L}+)/gu))
    if (callToAct.has((word ?? "").toLowerCase())) return true;
  return false;
}
