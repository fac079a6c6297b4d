import type { Catalogue, QuestionKnown } from "./catalogue.ts";
import type { Wanted } from "./load-plan.ts";
import { type Chance, createChance, createVocabulary, makeText } from "./words.ts";

/** One kind of page or call, and what it may cost. */
export interface Case {
  readonly name: string;
  readonly label: string;
  /** The most milliseconds of CPU a request, where a bar is set. */
  readonly cpuBarMs: number | null;
  /** Whether it is measured at the small size too. */
  readonly grows: boolean;
  /** The requests of a run, counted from 0: the same ones each time where they only read. */
  readonly requests: (run: number) => readonly Wanted[];
  /** Whether each answer names what it made. */
  readonly makes: boolean;
}

/** With what somebody is signed in at the installation that is asked. */
export interface Keys {
  /** The header `Cookie` of a browser session. */
  readonly cookie: string;
  /** Secrets of members' tokens. */
  readonly tokens: readonly string[];
}

/** Questions that get the benchmark's answers; their pages and places in lists change, so nothing else is asked about them. */
const isKeptForAnswers = ({ id }: QuestionKnown): boolean => id % 20 === 0;
/** A page of a list is full with so many rows, and shows a link to the next. */
const fullPage = 31;

/** `searches` are lines to search for. */
export function makeCases(catalogue: Catalogue, keys: Keys, pages: number, searches: readonly string[]): Case[] {
  const home = `/c/${catalogue.slug}`;
  const api = `/api/v1/communities/${catalogue.slug}`;
  const signedIn = { cookie: keys.cookie };
  const questions = spread(catalogue, pages);
  const titles = titlesOf(catalogue).slice(0, pages);
  const groupPages = listPages(
    catalogue,
    pages,
    ({ group }) => [group],
    (group) => `${home}/g/${group}`,
  );
  const tagPages = listPages(
    catalogue,
    pages,
    ({ tags }) => tags,
    (tag) => `${home}/t/${tag}`,
  );
  const pageOf = (one: QuestionKnown): Wanted => ({
    path: `${home}/q/${one.id}/${slugOf(one.title)}`,
    contains: one.title,
  });
  const questionPages = questions.map(pageOf);
  const reading = (
    name: string,
    label: string,
    cpuBarMs: number | null,
    grows: boolean,
    wanted: readonly Wanted[],
  ): Case => ({
    ...{ name, label, cpuBarMs, grows, makes: false },
    requests: () => wanted,
  });
  const withHeaders = (wanted: readonly Wanted[], headers: Record<string, string>) =>
    wanted.map((one) => ({ ...one, headers }));
  const twenty = catalogue.questions
    .filter((one) => one.posts >= 19 && one.posts <= 21 && !isKeptForAnswers(one))
    .slice(0, pages);
  const all = [
    reading("question", "question page, visitor", 1, true, questionPages),
    reading("question-signed-in", "question page, signed in", 1, true, withHeaders(questionPages, signedIn)),
    reading("question-20", "question page of 20 posts", null, false, twenty.map(pageOf)),
    reading("list", "list page (group), visitor", 1, true, groupPages),
    reading("list-signed-in", "list page (group), signed in", 1, true, withHeaders(groupPages, signedIn)),
    reading("home", "home", null, true, repeated({ path: home, contains: catalogue.groups[0] ?? "" }, pages)),
    reading("tag", "list page (tag)", null, true, tagPages),
    reading("book", "open book", null, true, repeated({ path: `${home}/book`, contains: `${home}/book` }, pages)),
    reading("member", "member page, signed in", null, true, withHeaders(memberPages(catalogue, pages), signedIn)),
    reading(
      "json",
      "question JSON",
      0.5,
      true,
      questions.map(({ id, title }) => ({ path: `${api}/questions/${id}`, contains: title })),
    ),
    reading(
      "search",
      "search page, two words",
      3,
      true,
      searches.map((one) => ({ path: `${home}/search?q=${encodeURIComponent(one)}`, contains: `${home}/q/` })),
    ),
    reading(
      "search-json",
      "search JSON, two words",
      3,
      true,
      searches.map((one) => ({ path: `${api}/search?q=${encodeURIComponent(one)}`, contains: '"results":[{' })),
    ),
    reading(
      "suggestions",
      "suggestions while typing",
      null,
      true,
      titles.map((one) => ({ path: `${api}/suggestions?text=${typed(one)}`, contains: '"suggestions":' })),
    ),
    reading(
      "question-gzip",
      "question page, gzip",
      null,
      false,
      withHeaders(questionPages, { "accept-encoding": "gzip" }),
    ),
    reading(
      "question-zstd",
      "question page, zstd",
      null,
      false,
      withHeaders(questionPages, { "accept-encoding": "gzip, deflate, br, zstd" }),
    ),
    answers(catalogue, keys, api, pages),
  ];
  return all.filter((one) => one.requests(0).length > 0);
}

/** Answers posted by members with their tokens, each member as often as any other. */
function answers(catalogue: Catalogue, keys: Keys, api: string, pages: number): Case {
  const vocabulary = createVocabulary(11);
  const chance = createChance(13);
  const targets = catalogue.questions.filter(isKeptForAnswers);
  let posted = 0;
  return {
    ...{ name: "answer", label: "answer posted, durable, with its event", cpuBarMs: 2, grows: false, makes: true },
    requests: () =>
      Array.from({ length: Math.ceil(pages / 2) }, () => {
        posted += 1;
        const target = targets[posted % targets.length] as QuestionKnown;
        const token = keys.tokens[posted % keys.tokens.length];
        return {
          method: "POST" as const,
          path: `${api}/questions/${target.id}/answers`,
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify({ body: makeText(vocabulary, chance, chance.between(60, 120)) }),
          status: 201,
        };
      }),
  };
}

/** Questions spread evenly over their numbers of posts, so that both sizes are asked for pages of the same lengths. */
function spread(catalogue: Catalogue, pages: number): QuestionKnown[] {
  const sorted = catalogue.questions
    .filter((one) => !isKeptForAnswers(one))
    .sort((a, b) => a.posts - b.posts || a.id - b.id);
  const count = Math.min(pages, sorted.length);
  const chosen = Array.from(
    { length: count },
    (_, index) => sorted[Math.floor((index * sorted.length) / count)] as QuestionKnown,
  );
  return shuffled(createChance(5), chosen);
}

/** Full pages of lists at many places in them: the page after one question begins with the next. */
function listPages(
  catalogue: Catalogue,
  pages: number,
  keysOf: (question: QuestionKnown) => readonly string[],
  address: (key: string) => string,
): Wanted[] {
  const lists = new Map<string, QuestionKnown[]>();
  for (const question of [...catalogue.questions].sort((a, b) => b.lastActivityMs - a.lastActivityMs || b.id - a.id)) {
    for (const key of keysOf(question)) lists.set(key, [...(lists.get(key) ?? []), question]);
  }
  const places = [...lists].flatMap(([key, list]) =>
    list.slice(0, Math.max(list.length - fullPage, 0)).flatMap((before, index): Wanted[] => {
      const first = list[index + 1];
      if (!first || isKeptForAnswers(before) || isKeptForAnswers(first)) return [];
      return [{ path: `${address(key)}?before=${before.lastActivityMs}-${before.id}`, contains: first.title }];
    }),
  );
  return shuffled(createChance(17), places).slice(0, pages);
}

function memberPages(catalogue: Catalogue, pages: number): Wanted[] {
  const members = shuffled(createChance(19), catalogue.memberIds.slice(1)).slice(0, pages);
  return members.map((id) => ({ path: `/c/${catalogue.slug}/m/${id}`, contains: "Member " }));
}

/** Titles in an order that is the same each time. */
function titlesOf(catalogue: Catalogue): string[] {
  const questions = catalogue.questions.filter((one) => !isKeptForAnswers(one));
  return shuffled(createChance(3), questions).map(({ title }) => title);
}

/** Searches for two words that are no small ones, of as many titles as there are. */
export function searchesIn(catalogue: Catalogue): string[] {
  return titlesOf(catalogue).map((title) => {
    const words = title.toLowerCase().split(" ");
    return `${words[0]} ${words[2]}`;
  });
}

function typed(title: string): string {
  return title.toLowerCase().split(" ").slice(0, 5).join("+");
}

/** The last part of a question's address; titles here are short and of plain letters, so that this is all there is to it. */
function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

function repeated(wanted: Wanted, times: number): Wanted[] {
  return Array.from({ length: times }, () => wanted);
}

function shuffled<T>(chance: Chance, from: readonly T[]): T[] {
  const list = [...from];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = chance.between(0, last);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}
