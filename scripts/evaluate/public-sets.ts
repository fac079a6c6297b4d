// Brings the public sets to the lines that `kith evaluate search` reads.
//   npx node scripts/evaluate/public-sets.ts DATA/search FOLDER
// writes semeval, stackfaq (ten, each with one phrasing of every thread as the query and the others as aliases) and meta-pairs to
// FOLDER as NAME-corpus.jsonl, NAME-queries.jsonl and NAME-links.jsonl.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [data, folder] = process.argv.slice(2);
if (!data || !folder) throw new Error("Name the folder of the data and the one to write to.");
mkdirSync(folder, { recursive: true });
const read = <T>(name: string): T[] =>
  readFileSync(join(data, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const write = (name: string, lines: readonly object[]): void =>
  writeFileSync(join(folder, `${name}.jsonl`), `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);

interface Post {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
}

function semeval(): void {
  const questions = read<Post & { candidates: (Post & { relevant: boolean })[] }>("semeval2016/train-part2.jsonl");
  const posts = new Map<string, Post>();
  for (const question of questions)
    for (const { id, title, body } of [question, ...question.candidates])
      if (!posts.has(id)) posts.set(id, { id, title, body: body ?? "" });
  const right = (question: (typeof questions)[0]) =>
    question.candidates.filter(({ relevant }) => relevant).map(({ id }) => id);
  write("semeval-corpus", [...posts.values()]);
  write(
    "semeval-queries",
    questions.map((question) => ({
      ...posts.get(question.id),
      relevant: right(question),
      exclude: [question.id],
      candidates: question.candidates.map(({ id }) => id),
    })),
  );
  write(
    "semeval-links",
    questions.flatMap((question) => right(question).map((id) => ({ same: [question.id, id] }))),
  );
}

function stackfaq(): void {
  const threads = read<Post>("stackfaq/corpus.jsonl");
  const byThread = Map.groupBy(
    read<{ id: string; text: string; relevant: string[] }>("stackfaq/queries.jsonl"),
    ({ relevant }) => relevant[0],
  );
  for (let left = 0; left < 10; left++) {
    const aliases = (id: string) => (byThread.get(id) ?? []).filter((_one, at) => at !== left).map(({ text }) => text);
    write(
      `stackfaq-${left}-corpus`,
      threads.map((thread) => ({ ...thread, aliases: aliases(thread.id) })),
    );
    write(
      `stackfaq-${left}-queries`,
      [...byThread.values()].flatMap((phrasings) => phrasings[left] ?? []),
    );
  }
}

function metaPairs(): void {
  const posts = new Map<string, Required<Post>>();
  const plain = (html: string) =>
    html
      .replace(/<[^>]*>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
  const postOf = (text: string): Required<Post> => {
    const known = posts.get(text);
    if (known) return known;
    const paragraph = text.indexOf("<p>");
    const title = paragraph > 0 ? text.slice(0, paragraph) : text.slice(0, 100);
    const body = paragraph >= 0 ? text.slice(paragraph) : "";
    const post = { id: `m${posts.size}`, title: plain(title), body: plain(body) };
    posts.set(text, post);
    return post;
  };
  const pairs = read<{ a: string; b: string; duplicate: boolean }>("meta-pairs/pairs.jsonl").map((pair) => ({
    one: postOf(pair.a),
    other: postOf(pair.b),
    duplicate: pair.duplicate,
  }));
  const duplicates = pairs.filter(({ duplicate }) => duplicate);
  write("meta-corpus", [...posts.values()]);
  write(
    "meta-queries",
    [...Map.groupBy(duplicates, ({ one }) => one)].map(([one, found]) => ({
      ...one,
      relevant: [...new Set(found.map(({ other }) => other.id))],
      exclude: [one.id],
    })),
  );
  write(
    "meta-links",
    duplicates.map(({ one, other }) => ({ same: [one.id, other.id] })),
  );
}

semeval();
stackfaq();
metaPairs();
