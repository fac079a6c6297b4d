import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

type Attributes = Readonly<Record<string, string | number>>;

export interface DumpRows {
  readonly users: readonly Attributes[];
  readonly tags: readonly Attributes[];
  readonly posts: readonly Attributes[];
  readonly comments: readonly Attributes[];
  readonly votes: readonly Attributes[];
  readonly postlinks: readonly Attributes[];
}

const names = {
  users: "Users.xml",
  tags: "Tags.xml",
  posts: "Posts.xml",
  comments: "Comments.xml",
  votes: "Votes.xml",
  postlinks: "PostLinks.xml",
} as const;

/** A row as Stack Exchange writes them. */
export function dumpRow(attributes: Attributes): string {
  const written = (value: string | number) => String(value).replace(/[&<>"\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${written(value)}"`);
  return `  <row ${pairs.join(" ")} />`;
}

/** Writes a folder that looks like a dump. `change` may spoil the lines of a file. */
export function writeDump(
  folder: string,
  rows: DumpRows,
  change: (file: string, lines: string[]) => readonly string[] = (_file, lines) => lines,
): string {
  mkdirSync(folder, { recursive: true });
  for (const [root, file] of Object.entries(names)) {
    const lines = ['\uFEFF<?xml version="1.0" encoding="utf-8"?>', `<${root}>`];
    lines.push(...rows[root as keyof DumpRows].map(dumpRow), `</${root}>`);
    writeFileSync(path.join(folder, file), change(file, lines).join("\n"));
  }
  return folder;
}

/** The moment so many minutes after the site began. */
export function minute(minutes: number): string {
  return new Date(Date.UTC(2020, 0, 1, 12) + minutes * 60_000).toISOString().slice(0, -1);
}

/**
 * A site of its own: `size` questions, twice as many answers, four times as many comments and members, with accepted answers,
 * links, duplicates, and authors who have left.
 */
export function inventSite(size: number): DumpRows {
  const at = (minutes: number) => ({ CreationDate: minute(minutes) });
  const count = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index));
  const answerOf = (question: number, nth: number) => size + question * 2 + nth + 1;
  const question = (n: number) => ({
    ...at(n * 10),
    ...{ Id: n + 1, PostTypeId: 1, Title: `Why does lamp ${n} flicker?`, Tags: `<lamp><room-${n % 7}>` },
    Body: `<p>It <em>flickers</em> since ${n} days:</p>\n<pre><code>on off\non</code></pre>`,
    ...(n % 50 === 49 ? { OwnerDisplayName: `user${n}` } : { OwnerUserId: (n % (size * 4)) + 1 }),
    ...(n % 3 === 0 ? { AcceptedAnswerId: answerOf(n, 1) } : {}),
  });
  const answer = (index: number) => {
    const n = Math.floor(index / 2);
    return {
      ...at(size * 10 + index),
      ...{ Id: answerOf(n, index % 2), PostTypeId: 2, ParentId: n + 1, OwnerUserId: ((index * 7) % (size * 4)) + 1 },
      Body: `<p>Turn screw ${index} by 10<sup>2</sup> degrees &amp; <a href="/q/${n + 1}">look</a>.</p>`,
    };
  };
  return {
    users: [
      { Id: -1, ...at(-60), DisplayName: "Community" },
      ...count(size * 4, (n) => ({
        Id: n + 1,
        ...at(-50 + n / 100),
        DisplayName: `Person ${n}`,
        AboutMe: "<p>Hi.</p>",
      })),
    ],
    tags: [{ Id: 1, TagName: "lamp", Count: size }],
    posts: [...count(size, question), ...count(size * 2, answer)],
    comments: count(size * 4, (n) => ({
      ...{ Id: n + 1, PostId: (n % (size * 3)) + 1, Text: `Which one, number ${n}?`, UserId: (n % (size * 4)) + 1 },
      ...at(size * 30 + n),
    })),
    votes: count(size, (n) => n)
      .filter((n) => n % 3 === 0)
      .map((n) => ({ Id: n + 1, PostId: answerOf(n, 1), VoteTypeId: 1, CreationDate: "2021-06-01T00:00:00.000" })),
    postlinks: count(Math.floor(size / 10), (n) => ({
      ...{ Id: n + 1, PostId: n * 5 + 2, RelatedPostId: n * 5 + 1, LinkTypeId: n % 2 === 0 ? 3 : 1 },
      ...at(size * 50 + n),
    })),
  };
}
