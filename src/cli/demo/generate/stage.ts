import { type Act, type Deed, dayMs } from "../act.ts";
import {
  english,
  type GroupSlug,
  german,
  nicknames,
  type Phrases,
  type Problem,
  type Remarks,
} from "../content/index.ts";
import { type Crowd, createCrowd, type Member } from "./crowd.ts";
import { createDeck, createFresh, type Deck, type Fresh } from "./phrase.ts";
import { createRandom, type Random } from "./random.ts";

/** How many days the community has lived. */
export const daysLived = 251;

/** A question that was solved, for whoever meets the same problem later. */
export interface Solution {
  readonly question: string;
  readonly title: string;
  readonly answer: string;
  readonly askedBy: string;
  readonly answeredBy: string;
  readonly at: number;
}

/** What all parts of the story share while it is made. */
export interface Stage {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly fresh: Fresh;
  /** When the community was opened, and now. */
  readonly start: number;
  readonly now: number;
  readonly acts: readonly Act[];
  /** Who has said what, before it was settled. */
  readonly said: Set<string>;
  /** By problem, in the order in which they were asked. */
  readonly solutions: Map<string, Solution[]>;
  act(at: number, by: Member, deed: Deed): void;
  newQuestion(): string;
  /** The next of the remarks that fit a problem: nobody asks of an invoice whether it stands level. */
  remark(remarks: Remarks, about: Problem): string;
  /** How far the months have gone at `at`: 0 to 1. */
  progress(at: number): number;
}

export function createStage(seed: string, now: number): Stage {
  const random = createRandom(seed);
  const start = now - daysLived * dayMs;
  const acts: Act[] = [];
  const stageRandom = random.fork("story");
  const decks = new Map<readonly string[], Deck>();
  let questions = 0;
  return {
    random: stageRandom,
    crowd: createCrowd(random.fork("crowd"), now),
    fresh: createFresh(),
    start,
    now,
    acts,
    said: new Set(),
    solutions: new Map(),
    act: (at, by, deed) => void acts.push({ at: Math.floor(at), by: by.key, deed }),
    remark(remarks, about) {
      const lines = isThing(about) ? remarks.things : (remarks.matters ?? remarks.always);
      const deck = decks.get(lines) ?? createDeck(stageRandom, [...remarks.always, ...lines]);
      decks.set(lines, deck);
      return deck()?.text ?? "";
    },
    newQuestion() {
      questions += 1;
      return `q${questions}`;
    },
    progress: (at) => Math.min(1, Math.max(0, (at - start) / (now - start))),
  };
}

/** Whether a problem is one with something that stands on a worktop. */
export function isThing({ group, matter = false }: Problem): boolean {
  return !matter && group !== "app-account" && group !== "orders-repair";
}

export function phrasesOf(group: GroupSlug): Phrases {
  return group === "deutsch" ? german : english;
}

/** What somebody is called by others: the name they go by, or the first of their names. */
export function shortName({ name }: Member): string {
  const [first = name] = name.split(" ");
  return nicknames.includes(name) ? name : first;
}
