import { RefusalError, refusal, systemClock } from "../kernel/index.ts";
import { type CorpusLine, evaluateSearch, type LinkLine, type QueryLine } from "../search/index.ts";
import { evaluateClassifier, guardSettings, type LabelledText, triageSettings } from "../text/index.ts";
import { print, type Register } from "./command.ts";
import { readLines } from "./read-lines.ts";

interface SearchOptions {
  readonly corpus: string;
  readonly queries: string;
  readonly links?: string;
  readonly language: string;
  readonly json?: boolean;
}

interface ClassifierOptions {
  readonly train: string;
  readonly test: string;
  readonly json?: boolean;
}

/** Reads JSON Lines; an empty line is stepped over, a wrong one is named. */
async function readAll<T>(path: string, check: (line: Record<string, unknown>) => string | undefined): Promise<T[]> {
  const all: T[] = [];
  for await (const lines of readLines(path)) {
    for (const { line, text } of lines) if (text.trim() !== "") all.push(readOne<T>(path, line, text, check));
  }
  return all;
}

function readOne<T>(
  path: string,
  number: number,
  text: string,
  check: (line: Record<string, unknown>) => string | undefined,
): T {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw wrongLine(path, number, "this is not JSON");
  }
  const wrong = typeof line === "object" && line !== null ? check(line as Record<string, unknown>) : "it is no object";
  if (wrong) throw wrongLine(path, number, wrong);
  return line as T;
}

function wrongLine(path: string, number: number, wrong: string): RefusalError {
  const said = `${path}, line ${number}: ${wrong}.`;
  return new RefusalError(
    refusal("invalid", "line-invalid", said, "Correct that line; kith evaluate --help says what stands in one."),
  );
}

const hasStrings =
  (...names: string[]) =>
  (line: Record<string, unknown>): string | undefined =>
    names.filter((name) => typeof line[name] !== "string").map((name) => `"${name}" is missing or no text`)[0];

const queryLine = (line: Record<string, unknown>): string | undefined => {
  if (typeof line.id !== "string") return '"id" is missing or no text';
  if (typeof line.text !== "string" && typeof line.title !== "string") return '"text" or "title" is missing';
  return Array.isArray(line.relevant) ? undefined : '"relevant" is missing or no list';
};

const linkLine = (line: Record<string, unknown>): string | undefined =>
  Array.isArray(line.same) ? undefined : '"same" is missing or no list';

function show(result: object, json: boolean | undefined): void {
  if (json) {
    print(JSON.stringify(result));
    return;
  }
  for (const [name, value] of Object.entries(result)) {
    if (typeof value !== "object" || value === null) print(`${name.padEnd(20)} ${rounded(value)}`);
    else
      for (const [inner, one] of Object.entries(value))
        print(
          `${name}.${inner}`.padEnd(21) +
            JSON.stringify(one, (_key, part) => (typeof part === "number" ? Number(rounded(part)) : part)),
        );
  }
}

function rounded(value: unknown): string {
  return typeof value === "number" && !Number.isInteger(value) ? value.toFixed(4) : String(value);
}

/** A line of progress on a terminal, rewritten in place; nothing where nobody looks. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Registers `kith evaluate search|triage|guard`. */
export const registerEvaluate: Register = (program) => {
  const evaluate = program.command("evaluate").description("Measure search and classifiers on your own or public data");
  evaluate
    .command("search")
    .description("Build an index of a corpus, learn from links, ask queries, and print quality, speed and size")
    .requiredOption("--corpus <file>", "JSON Lines: {id, title, body?, tags?, answers?, aliases?}")
    .requiredOption("--queries <file>", "JSON Lines: {id, text | title + body, relevant: [id], exclude?, candidates?}")
    .option("--links <file>", "JSON Lines: {same: [id]}; without it BM25 alone is measured")
    .option("--language <code>", "ISO 639-1 language of the texts", "en")
    .option("--json", "print one JSON object")
    .action(async (options: SearchOptions) => {
      const corpus = await readAll<CorpusLine>(options.corpus, hasStrings("id", "title"));
      const queries = await readAll<QueryLine>(options.queries, queryLine);
      const links = options.links ? await readAll<LinkLine>(options.links, linkLine) : [];
      const result = evaluateSearch(corpus, queries, links, {
        language: options.language,
        onProgress: ({ part, done, of }) => showProgress(`learning: ${part} ${done}/${of}`),
      });
      showProgress("");
      show(result, options.json);
    });
  for (const [name, settingsFor] of [
    ["triage", triageSettings],
    ["guard", () => guardSettings],
  ] as const) {
    evaluate
      .command(name)
      .description(`Train the ${name} classifier on one file and measure it on another`)
      .requiredOption("--train <file>", "JSON Lines: {text, label, group?}")
      .requiredOption("--test <file>", "JSON Lines: {text, label}")
      .option("--json", "print one JSON object")
      .action(async (options: ClassifierOptions) => {
        const train = (await readAll<Line>(options.train, hasStrings("text", "label"))).map(grouped);
        const test = (await readAll<Line>(options.test, hasStrings("text", "label"))).map(grouped);
        const result = evaluateClassifier(
          train,
          test,
          settingsFor(train),
          systemClock.now().toISOString(),
          (epoch, epochs) => showProgress(`training: ${epoch}/${epochs}`),
        );
        showProgress("");
        show(result, options.json);
      });
  }
};

type Line = LabelledText & { readonly brand?: string; readonly domain?: string; readonly video?: string };

/** What a text belongs to may be called by its own name in a data set. */
function grouped(line: Line): LabelledText {
  const group = line.group ?? line.brand ?? line.domain ?? line.video;
  return { text: line.text, label: line.label, ...(group === undefined ? {} : { group }) };
}
