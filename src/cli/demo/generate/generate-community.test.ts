import { beforeAll, describe, expect, it } from "vitest";
import type { Act, Deed } from "../act.ts";
import { groups, problems, stories } from "../content/index.ts";
import { demoSeed, digestOf, generateCommunity } from "./generate-community.ts";

const now = new Date("2026-06-18T09:30:00Z");
const dayMs = 24 * 60 * 60 * 1000;
let acts: Act[];
beforeAll(() => {
  acts = generateCommunity(demoSeed, now);
});

type Of<Kind extends Deed["kind"]> = Act & { readonly deed: Extract<Deed, { kind: Kind }> };
function all<Kind extends Deed["kind"]>(kind: Kind): Of<Kind>[] {
  return acts.filter((act): act is Of<Kind> => act.deed.kind === kind);
}
const withRole = (role: string) =>
  all("join")
    .filter(({ deed }) => deed.role === role)
    .map(({ by }) => by);
const questionOf = (answer: string) => answer.replace(/a\d+$/, "");

interface Told {
  at: number;
  group: string;
  answers: number;
  confirmed: string[];
  reopened: boolean;
  duplicate: boolean;
  removed: boolean;
}
function tell(): Map<string, Told> {
  const told = new Map<string, Told>();
  const of = (question: string) => told.get(question) as Told;
  for (const { at, deed } of acts) {
    if (deed.kind === "ask") {
      const { group } = deed;
      told.set(deed.question, {
        at,
        group,
        answers: 0,
        confirmed: [],
        reopened: false,
        duplicate: false,
        removed: false,
      });
    }
    if (deed.kind === "answer") of(deed.question).answers += 1;
    if (deed.kind === "confirm") {
      const question = of(questionOf(deed.answer));
      question.confirmed.push(deed.answer);
      question.reopened = false;
    }
    if (deed.kind === "reopen") of(deed.question).reopened = true;
    if (deed.kind === "link-duplicate") of(deed.question).duplicate = of(deed.question).confirmed.length === 0;
    if (deed.kind === "remove-question") of(deed.question).removed = true;
  }
  return told;
}
const texts = (kind: "ask" | "answer" | "comment") =>
  acts.flatMap(({ deed }) => (deed.kind === kind && "body" in deed ? [deed.body] : []));

describe("the community", () => {
  it("is the same for the same seed and time, and another for another", () => {
    expect(digestOf(generateCommunity(demoSeed, now))).toBe(digestOf(acts));
    expect(digestOf(generateCommunity("another", now))).not.toBe(digestOf(acts));
    expect(digestOf(generateCommunity(demoSeed, new Date(now.getTime() + dayMs)))).not.toBe(digestOf(acts));
  });

  it("is as large as a community is", () => {
    expect(new Set(problems.map(({ key }) => key)).size).toBeGreaterThanOrEqual(60);
    expect(stories.length).toBeGreaterThanOrEqual(40);
    expect(all("join").length).toBeGreaterThanOrEqual(300);
    expect(all("ask").length).toBeGreaterThanOrEqual(300);
    expect(all("answer").length).toBeGreaterThanOrEqual(850);
    expect(all("thank").filter(({ deed }) => deed.note !== "").length).toBeGreaterThan(80);
    expect(all("end-asking").length).toBeGreaterThan(80);
    expect(withRole("solver").length).toBeGreaterThanOrEqual(4);
    expect(withRole("steward")).toHaveLength(3);
    for (const role of ["analyst", "marketer", "admin"]) expect(withRole(role)).toHaveLength(1);
    for (const { slug } of groups)
      expect(all("ask").filter(({ deed }) => deed.group === slug).length).toBeGreaterThanOrEqual(8);
  });

  it("has questions at every stage", () => {
    const told = [...tell().values()];
    const shown = told.filter(({ removed, duplicate }) => !removed && !duplicate);
    const least = (count: number, of: (question: Told) => boolean) =>
      expect(shown.filter(of).length).toBeGreaterThanOrEqual(count);
    least(10, ({ answers }) => answers === 0);
    least(50, ({ answers, confirmed }) => answers > 0 && confirmed.length === 0);
    least(150, ({ confirmed, reopened }) => confirmed.length > 0 && !reopened);
    least(8, ({ confirmed }) => confirmed.length > 1);
    least(3, ({ reopened }) => reopened);
    expect(told.filter(({ duplicate }) => duplicate).length).toBeGreaterThanOrEqual(15);
    expect(told.filter(({ removed }) => removed).length).toBeGreaterThanOrEqual(6);
  });

  it("happens in order and in the past, awake, over about eight months", () => {
    const times = acts.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    expect(now.getTime() - (times[0] as number)).toBeGreaterThan(235 * dayMs);
    const nightly = acts.filter(({ at }) => new Date(at).getUTCHours() < 5 || new Date(at).getUTCHours() >= 23);
    expect(nightly.length).toBeLessThan(acts.length * 0.01);
    expect(all("ask").some(({ at }) => at > now.getTime() - dayMs)).toBe(true);
  });

  it("holds its breath at each act until what it builds on is there", () => {
    const known = new Set<string>();
    const need = (key: string) => expect(known, `${key} is there`).toContain(key);
    for (const { by, deed } of acts) {
      if (deed.kind === "join") known.add(by);
      need(by);
      if (deed.kind === "ask") known.add(deed.question);
      else if ("question" in deed) need(deed.question);
      if (deed.kind === "answer") known.add(deed.answer);
      else if ("answer" in deed) need(deed.answer);
      if (deed.kind === "comment") need(deed.on);
      if (deed.kind === "link-duplicate") need(deed.other);
      if ("body" in deed) for (const [, key] of deed.body.matchAll(/\(question:(q\d+)\)/g)) need(key as string);
    }
  });
});

describe("what is said", () => {
  it("is never said twice", () => {
    for (const said of [all("ask").map(({ deed }) => deed.title), texts("ask"), texts("answer"), texts("comment")]) {
      const seen = new Set<string>();
      const twice = said.filter((text) => seen.size === seen.add(text.toLowerCase()).size);
      expect(twice).toEqual([]);
    }
  });

  it("leaves no gap of its grammar open, and fits the forms", () => {
    for (const text of [...texts("ask"), ...texts("answer"), ...texts("comment")]) {
      expect(text).not.toMatch(/[{}]|undefined|\[object/);
      expect(text.trim()).not.toBe("");
    }
    for (const { deed } of all("ask")) {
      expect(deed.title).not.toMatch(/[{}*]/);
      expect(deed.title.length).toBeLessThanOrEqual(120);
      expect(deed.tags.length).toBeLessThanOrEqual(5);
    }
    for (const { deed } of all("thank")) expect(deed.note.length).toBeLessThanOrEqual(500);
  });

  it("uses no word of selling", () => {
    const said = JSON.stringify(acts);
    const unwanted =
      /\b(users?|tickets?|engag(e|es|ed|ing|ement)|convert\w*|conversions?|funnels?|leverag\w*|coupons?|best price|buy now)\b/gi;
    expect(said.match(unwanted)).toBeNull();
    expect(said.match(/Rabatt|Gutschein|Sonderangebot/g)).toBeNull();
  });

  it("keeps brand and product out of the interest groups", () => {
    const interest = new Set<string>(groups.filter(({ charter }) => charter === "interest").map(({ slug }) => slug));
    const told = tell();
    const removed = (question: string) => told.get(question)?.removed;
    for (const { deed } of all("ask")) {
      if (!interest.has(deed.group) || removed(deed.question)) continue;
      expect(`${deed.title} ${deed.body}`).not.toMatch(/\b(Tamberlo|Heron|Kestrel|Wren|Flint|Pebble)\b/);
    }
  });
});

describe("the story", () => {
  it("has a marketer who never says a word", () => {
    const [marketer] = withRole("marketer");
    expect(acts.filter(({ by }) => by === marketer).map(({ deed }) => deed.kind)).toEqual(["join"]);
  });

  it("has more and more solved by members rather than by staff", () => {
    const staff = new Set(withRole("solver"));
    const author = new Map(all("answer").map(({ by, deed }) => [deed.answer, by]));
    const told = [...tell().values()].filter(({ confirmed }) => confirmed.length > 0);
    const share = (from: number, to: number) => {
      const then = told.filter(({ at }) => at < now.getTime() - to * dayMs && at >= now.getTime() - from * dayMs);
      return then.filter(({ confirmed }) => !staff.has(author.get(confirmed[0] as string) ?? "")).length / then.length;
    };
    expect(share(260, 170)).toBeLessThan(0.55);
    expect(share(80, 0)).toBeGreaterThan(0.7);
  });

  it("has an incident three months ago: a burst of questions, one answer that helped dozens", () => {
    const incident = all("ask").filter(
      ({ deed }) => deed.group === "app-account" && /4\.2|pair/i.test(deed.title + deed.body),
    );
    const daysAgo = incident.map(({ at }) => (now.getTime() - at) / dayMs).filter((days) => days > 70 && days < 95);
    expect(daysAgo.length).toBeGreaterThanOrEqual(20);
    const helped = new Map<string, Set<string>>();
    for (const { by, deed } of [...all("helped"), ...all("end-asking")]) {
      helped.set(deed.answer, (helped.get(deed.answer) ?? new Set()).add(by));
    }
    const most = [...helped].sort((a, b) => b[1].size - a[1].size)[0];
    expect(most?.[1].size).toBeGreaterThan(40);
    expect(all("ask").find(({ deed }) => deed.question === questionOf(most?.[0] ?? ""))?.deed.group).toBe(
      "app-account",
    );
  });

  it("answers within hours, with a long tail, and leaves some without an answer", () => {
    const askedAt = new Map(all("ask").map(({ at, deed }) => [deed.question, at]));
    const first = new Map<string, number>();
    for (const { at, deed } of all("answer")) {
      if (!first.has(deed.question)) first.set(deed.question, (at - (askedAt.get(deed.question) ?? at)) / 3_600_000);
    }
    const hours = [...first.values()].sort((a, b) => a - b);
    expect(hours[Math.floor(hours.length / 2)]).toBeLessThan(6);
    expect(hours.at(-1)).toBeGreaterThan(36);
    const old = [...askedAt].filter(([question, at]) => at < now.getTime() - 30 * dayMs && !first.has(question));
    expect(old.length).toBeGreaterThanOrEqual(5);
  });

  it("holds whenever it is told", () => {
    for (const moment of ["2026-01-01T03:00:00Z", "2027-03-28T23:59:00Z", "2028-02-29T12:00:00Z"]) {
      acts = generateCommunity(demoSeed, new Date(moment));
      expect(all("ask").length).toBeGreaterThanOrEqual(300);
      expect(acts.at(-1)?.at).toBeLessThanOrEqual(Date.parse(moment));
    }
  });
});
