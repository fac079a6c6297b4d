import type { Ids, Space } from "./ids.ts";

type Data = Readonly<Record<string, unknown>>;

/** What the ids in some data are, by field: always the same, or told by the data itself or by the event's subject. */
export type NamedIds = Readonly<Record<string, Space | ((data: Data, subject: string) => Space | undefined)>>;

/** Every id that stands in some data. */
export function idsIn(named: NamedIds, data: Data, subject: string): [Space, number][] {
  return Object.entries(data).flatMap(([name, value]) => {
    const space = spaceOf(named, name, data, subject);
    return space === undefined ? [] : numbersOf(value).map((id): [Space, number] => [space, id]);
  });
}

/** The same data with this installation's ids; one that nothing here goes by, or that nobody knows, is left out. */
export function withIdsHere(named: NamedIds, data: Data, subject: string, ids: Ids): Record<string, unknown> {
  const entries = Object.entries(data).flatMap(([name, value]): [string, unknown][] => {
    const space = spaceOf(named, name, data, subject);
    if (Array.isArray(value) && space !== undefined) {
      return [[name, numbersOf(value).flatMap((id) => ids.find(space, id) ?? [])]];
    }
    if (typeof value !== "number" || (space === undefined && !name.endsWith("Id"))) return [[name, value]];
    const here = space === undefined ? undefined : ids.find(space, value);
    return here === undefined ? [] : [[name, here]];
  });
  return Object.fromEntries(entries);
}

function spaceOf(named: NamedIds, name: string, data: Data, subject: string): Space | undefined {
  const said = Object.hasOwn(named, name) ? named[name] : undefined;
  return typeof said === "function" ? said(data, subject) : said;
}

function numbersOf(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "number");
}
