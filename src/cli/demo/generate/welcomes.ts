import { type Act, dayMs, minuteMs, questionOf } from "../act.ts";
import { type Person, regulars, stewards } from "../content/index.ts";
import type { Random } from "./random.ts";

const newForMs = 14 * dayMs;
const weeks = 8;
const aWeek = 6;

const english = {
  hello: [
    "Welcome.",
    "Welcome here.",
    "Hello, and welcome.",
    "Hello.",
    "Nice to have you here.",
    "Good that you asked.",
  ],
  after: [
    "Nobody is too new for this group, and answers mostly come by the evening.",
    "If something in an answer is unclear, say so below it; people come back.",
    "When it works again, say which answer did it, and the next one finds yours.",
    "A photo often helps, and it need not be a good one.",
    "I had this in my first weeks, too. It is not you.",
    "Somebody who knows this part better than I do will be along.",
    "The rules of the group are short and worth a minute.",
    "Take your time with trying things; only the coffee is in a hurry.",
  ],
};
const german: typeof english = {
  hello: ["Willkommen.", "Hallo und willkommen.", "Schön, dass du fragst."],
  after: [
    "Hier ist niemand zu neu zum Fragen.",
    "Wenn an einer Antwort etwas unklar ist, frag ruhig darunter nach.",
    "Ein Foto hilft oft, es muss kein schönes sein.",
    "Wenn es wieder läuft, sag, welche Antwort es war; dann findet sie der Nächste.",
  ],
};

/**
 * In the last weeks stewards and those who answer often welcome a few of those who came to ask, each somebody else, and none in the
 * words of another.
 */
export function welcomes(acts: readonly Act[], now: number, random: Random): Act[] {
  const joinedAt = new Map(acts.flatMap(({ at, by, deed }) => (deed.kind === "join" ? [[by, at] as const] : [])));
  const removed = new Set(acts.flatMap((act) => (act.deed.kind === "remove-question" ? (questionOf(act) ?? []) : [])));
  const words = { en: wordsOf(english, random), de: wordsOf(german, random) };
  const said: Act[] = [];
  for (let week = weeks; week >= 1; week -= 1) {
    const from = now - week * 7 * dayMs;
    const free = new Set<Person>([...stewards, ...regulars]);
    for (const { at, by, deed } of acts) {
      if (deed.kind !== "ask" || at < from || at >= from + 7 * dayMs - dayMs || removed.has(deed.question)) continue;
      if (at - (joinedAt.get(by) ?? 0) > newForMs || said.filter((one) => one.at >= from).length >= aWeek) continue;
      const host = [...free].find(
        ({ key, groups }) => key !== by && groups.includes(deed.group) && cameBefore(key, at),
      );
      const body = words[deed.group === "deutsch" ? "de" : "en"].pop();
      if (!host || !body) continue;
      free.delete(host);
      const deedOfHost = { kind: "comment", on: deed.question, body } as const;
      said.push({ at: at + random.between(12, 70) * minuteMs, by: host.key, deed: deedOfHost });
    }
  }
  return said;

  function cameBefore(key: string, at: number): boolean {
    return (joinedAt.get(key) ?? at) < at;
  }
}

function wordsOf({ hello, after }: typeof english, random: Random): string[] {
  return random.shuffled(hello.flatMap((first) => after.map((second) => `${first} ${second}`)));
}
