import type { GroupSlug, Line, Problem } from "../content/index.ts";
import type { Member } from "./crowd.ts";
import { inHand } from "./hand.ts";
import { createDeck, type Deck, phrase, type Values } from "./phrase.ts";
import type { Random } from "./random.ts";
import { phrasesOf, type Solution, type Stage, shortName } from "./stage.ts";

/** The words for one problem: each phrasing is used before any comes again. */
export interface Wording {
  readonly problem: Problem;
  readonly models: Deck;
  readonly titles: Deck;
  readonly says: Deck;
  readonly tried: Deck;
  readonly right: Deck;
  readonly fromStaff: Deck;
  readonly half: Deck;
  readonly gists: Deck;
  readonly after: Deck;
}

export function createWording(random: Random, problem: Problem): Wording {
  const deck = (lines: readonly Line[] = []) => createDeck(random, lines);
  return {
    problem,
    models: deck(problem.models),
    titles: deck(problem.titles),
    says: deck(problem.says),
    tried: deck(problem.tried),
    right: deck(problem.right),
    fromStaff: deck(problem.fromStaff),
    half: deck(problem.half),
    gists: deck(problem.gist),
    after: deck(problem.after),
  };
}

/** How the problem shows this time. */
export interface Case {
  readonly wording: Wording;
  readonly values: Values;
  readonly model: string | null;
  /** The paragraph that says it, and its place. */
  readonly symptom: string;
  readonly says: number;
  /** The answers that were given already, before they were settled. */
  readonly given: Set<string>;
}

/** An answer's text, and its place among those of the problem. */
export interface Worded {
  readonly text: string;
  readonly answer: number | null;
}

export function createCase(random: Random, wording: Wording): Case {
  const model = wording.models()?.text ?? null;
  const values: Values = new Map([["age", random.pick(phrasesOf(wording.problem.group).ages)]]);
  if (model) values.set("model", model);
  const symptom = wording.says();
  if (!symptom) throw new Error(`${wording.problem.key} does not say what the problem is`);
  return { wording, values, model, symptom: symptom.text, says: symptom.place, given: new Set() };
}

const habits = {
  plain: { opening: 0.45, tried: 0.7, closing: 0.5 },
  terse: { opening: 0.08, tried: 0.4, closing: 0.12 },
  warm: { opening: 0.95, tried: 0.85, closing: 0.9 },
};

export function wordTitle(stage: Stage, of: Case): string {
  const { random, fresh } = stage;
  const { model, values, wording } = of;
  const plain = () => {
    const dealt = wording.titles(of);
    if (!dealt) throw new Error(`${wording.problem.key} has no title for what ${of.says} says`);
    // A title is shown as it is typed, without Markdown.
    const title = phrase(random, dealt.text, values).replace(/[*`]/g, "");
    return title.charAt(0).toUpperCase() + title.slice(1);
  };
  const longer = () => {
    const title = plain();
    if (model && !title.includes(model))
      return random.chance(0.6) ? `${model}: ${lowered(title)}` : `${title} (${model})`;
    return title.replace(/[?.]?$/, random.pick(phrasesOf(wording.problem.group).titleTails));
  };
  return fresh.try(plain) ?? fresh.try(longer) ?? longer();
}

export function wordQuestion(stage: Stage, of: Case, asker: Member): string {
  const { random } = stage;
  const phrases = phrasesOf(of.wording.problem.group);
  const openings = phrases.openings.filter((text) => of.model !== null || !text.includes("{model}"));
  const habit = habits[asker.style];
  const tried = random.chance(habit.tried) ? (of.wording.tried(of)?.text ?? "") : "";
  const make = () => {
    const opening = random.chance(habit.opening) ? random.pick(openings) : "";
    const closing = random.chance(habit.closing) ? random.pick(phrases.closings) : "";
    const first = [opening, of.symptom].filter((text) => text !== "").join(opening.endsWith(",") ? "\n\n" : " ");
    const rest = [tried, closing].filter((text) => text !== "").join(" ");
    return inHand(asker.hand, phrase(random, rest === "" ? first : `${first}\n\n${rest}`, of.values));
  };
  return stage.fresh.try(make) ?? `${make()}\n\n${random.pick(phrases.closings)}`;
}

/** An answer that solves it, out of a deck; null where nothing new can be said. Staff comes to the point without a lead. */
export function wordAnswer(
  stage: Stage,
  of: Case,
  deck: Deck,
  by: Member,
  fits: (text: string) => boolean = () => true,
): Worded | null {
  const { random } = stage;
  const { leads, tails } = phrasesOf(of.wording.problem.group);
  const isStaff = by.person?.role === "solver";
  return worded(stage, of, deck, by, fits, (text) => {
    const lead = !isStaff && random.chance(0.3) ? `${random.pick(leads)} ` : "";
    const tail = random.chance(isStaff ? 0.15 : 0.3) ? random.pick(tails) : "";
    const between = tail === "" ? "" : text.includes("\n") ? "\n\n" : " ";
    return `${lead}${text}${between}${tail}`;
  });
}

/** An answer that is a guess, to somebody. */
export function wordHalf(stage: Stage, of: Case, by: Member, asker: Member): Worded | null {
  const { random } = stage;
  const any = () => true;
  return worded(stage, of, of.wording.half, by, any, (text) =>
    random.chance(0.3) ? `${shortName(asker)}, ${lowered(text)}` : text,
  );
}

function worded(
  stage: Stage,
  of: Case,
  deck: Deck,
  by: Member,
  fits: (text: string) => boolean,
  around: (text: string) => string,
): Worded | null {
  // Nobody says in two places the same; they point to where they said it.
  const own = (candidate: string) => `${by.key}: ${candidate}`;
  const isNew = (candidate: string) => !of.given.has(candidate) && !stage.said.has(own(candidate));
  let dealt: ReturnType<Deck> = null;
  const text = stage.fresh.try(() => {
    dealt = deck({ says: of.says, also: (candidate) => isNew(candidate) && fits(candidate) });
    // What one answer's numbers are is not what the asker said.
    return dealt ? inHand(by.hand, phrase(stage.random, around(dealt.text), answerValues(of))) : "";
  });
  const taken = dealt as ReturnType<Deck>;
  if (!text || !taken) return null;
  of.given.add(taken.text);
  stage.said.add(own(taken.text));
  return { text, answer: taken.place };
}

/** Advice that would fit any problem. */
export function wordGuess(stage: Stage, of: Case, by: Member, asker: Member): Worded | null {
  const { random } = stage;
  const { problem } = of.wording;
  const guess = stage.remark(phrasesOf(problem.group).guesses, problem);
  const text = stage.fresh.try(() => {
    const greeting = random.chance(0.35) ? `${shortName(asker)}, ` : "";
    return inHand(by.hand, phrase(random, greeting === "" ? guess : greeting + lowered(guess)));
  });
  return text ? { text, answer: null } : null;
}

const answerValues = ({ values }: Case): Values =>
  new Map([...values].filter(([gap]) => gap === "model" || gap === "age"));

/** A pointer to an earlier solution, with its gist. */
export function wordPointer(
  stage: Stage,
  of: Case,
  by: Member,
  solution: Solution,
  fits: (pointer: string) => boolean = () => true,
): Worded | null {
  const { random } = stage;
  const { problem, gists } = of.wording;
  const pointers = phrasesOf(problem.group).pointers.filter(fits);
  const link = `[${solution.title.replace(/[[\]*]/g, "")}](question:${solution.question})`;
  if (of.given.has(solution.question)) return null;
  of.given.add(solution.question);
  let answer: number | null = null;
  const text = stage.fresh.try(() => {
    const gist = gists(of);
    if (!gist) return "";
    answer = sameCase(problem.gist[gist.place - 1], problem.right[gist.place - 1]) ? gist.place : null;
    const pointer = random.pick(pointers).replace("{gist}", gist.text);
    return inHand(by.hand, phrase(random, pointer, answerValues(of).set("link", link)));
  });
  return text ? { text, answer } : null;
}

/** Whether two texts fit the same `says`: then a gist is that of the answer at its place. */
function sameCase(gist: Line | undefined, right: Line | undefined): boolean {
  const says = (line: Line | undefined) => (line && typeof line !== "string" ? String(line.says) : "");
  return right !== undefined && says(gist) === says(right);
}

/** What the asker says when it is solved. */
export function wordRelief(
  stage: Stage,
  of: Case,
  asker: Member,
  helper: Member,
  answer: number | null,
): string | null {
  const { random } = stage;
  const phrases = phrasesOf(of.wording.problem.group);
  const text = stage.fresh.try(() => {
    const dealt = of.wording.after({ says: of.says, answer });
    if (!dealt) return "";
    const extra = asker.style !== "terse" && random.chance(0.4) ? ` ${random.pick(phrases.warm)}` : "";
    const greets = random.chance(asker.style === "warm" ? 0.45 : 0.15);
    const greeting = greets ? `${shortName(helper)}: ` : "";
    return inHand(asker.hand, phrase(random, `${greeting}${dealt.text}${extra}`, of.values));
  });
  return text || null;
}

/** A sentence that follows a name and a comma. */
function lowered(text: string): string {
  return /^(I\b|[A-Z]{2}|[A-ZÄÖÜ][a-zäöüß]+ (?:ich|mal)\b)/.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

/** An everyday sentence, with somebody's name to it. */
export function wordRemark(stage: Stage, remark: () => string, by: Member, to: Member): string | null {
  const { random } = stage;
  return stage.fresh.try(() => {
    const text = phrase(random, remark());
    return inHand(by.hand, random.chance(0.6) ? text.replace(/([.?])$/, `, ${shortName(to)}$1`) : text);
  });
}

/** A note that goes with thanks; some have no words. */
export function wordThanks(stage: Stage, group: GroupSlug, to: Member): string {
  const { random } = stage;
  const phrases = phrasesOf(group);
  if (random.chance(0.3)) return "";
  const note = () => {
    const text = phrase(random, random.pick(phrases.thanks));
    const thanked = /thank|dank/i.test(text);
    const warm = phrases.warm.filter((each) => !(thanked && /thank|dank/i.test(each)));
    const extra = random.chance(0.35) ? ` ${random.pick(warm)}` : "";
    return `${random.chance(0.45) ? `${shortName(to)}: ` : ""}${text}${extra}`;
  };
  return stage.fresh.try(note) ?? "";
}
