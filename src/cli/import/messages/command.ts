import { statSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { openTriage } from "../../../care/index.ts";
import { findCommunity } from "../../../community/index.ts";
import { RefusalError, refusal } from "../../../kernel/index.ts";
import { type CliHost, print } from "../../command.ts";
import { createProgress } from "../../progress.ts";
import { createSkippedList, inOrder, type SkippedList } from "../skipped.ts";
import { stopSignal } from "../stop-signal.ts";
import { importMessages, type Tally } from "./import-messages.ts";

interface Options {
  readonly community: string;
  readonly channel: string;
  readonly json?: boolean;
}

const help = `
A line of the file is a message as JSON: {"id", "from", "text", "at"?, "inReplyTo"?, "name"?, "staff"?}, the same as the API's
operation receiveMessage takes. Archives that say "author" and "fromCustomer" are read, too. Threads are joined as inReplyTo says, in
whatever order the lines stand; every customer's message is judged, and opens or joins a problem. Problems of messages that are more
than two weeks old rest until somebody speaks.

An import that was stopped or killed goes on when the same command runs again; nothing is ever doubled.

Example:
  kith import messages support.jsonl --community lamps --channel chat`;

/** \`kith import messages FILE\` */
export function registerMessages(parent: Command, host: () => CliHost): void {
  parent
    .command("messages")
    .description("Bring messages of a channel, such as an archive of support threads.")
    .argument("<file>", "JSON Lines, a message each")
    .requiredOption("--community <slug>", "where they go")
    .option("--channel <name>", "what the channel is called; its ids count within it", "archive")
    .option("--json", "print the figures as JSON")
    .addHelpText("after", help)
    .action((file: string, options: Options) => run(file, options, host()));
}

async function run(file: string, { community: slug, channel, json }: Options, host: CliHost): Promise<void> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new RefusalError(fileMissing(file));
  const startedMs = performance.now();
  const progress = createProgress(process.stderr, size);
  const skipped = createSkippedList();
  const store = await host.openStore();
  const judge = openTriage({ store, log: host.log, patienceMs: 30_000 });
  try {
    const community = await findCommunity(store.database, slug);
    if (!community) throw new RefusalError(communityMissing(slug));
    const stop = stopSignal();
    const { triage } = judge;
    const tally = await importMessages({
      ...{ store, triage, communityId: community.id, channel, file, progress, skipped, stop },
    });
    progress.end();
    const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
    print(json ? asJson(file, channel, tally, skipped, seconds) : inWords(tally, skipped, seconds));
  } finally {
    progress.end();
    await judge.close();
    await store.close();
  }
}

function asJson(file: string, channel: string, tally: Tally, skipped: SkippedList, seconds: number): string {
  const { problems, ...counts } = tally;
  const left = { skippedTotal: skipped.total, skippedLines: inOrder(skipped.list) };
  return JSON.stringify({ file: path.resolve(file), channel, ...counts, problems: problems.size, ...left, seconds });
}

const shownLines = 10;

function inWords(tally: Tally, skipped: SkippedList, seconds: number): string {
  const number = (n: number) => n.toLocaleString("en");
  const kinds = Object.entries(tally.kinds).map(([kind, n]) => `${kind} ${number(n)}`);
  const left = inOrder(skipped.list).slice(0, shownLines);
  return [
    `Messages: ${number(tally.imported)} imported, ${number(tally.alreadyThere)} there before, ${number(tally.skipped)} left out.`,
    ...(kinds.length > 0
      ? [
          `Taken for: ${kinds.join(", ")}; unsure of ${number(tally.abstained)}. They belong to ${number(tally.problems.size)} problems.`,
        ]
      : []),
    ...left.map(({ line, reason }) => `  line ${line}: ${reason}`),
    `It took ${seconds} s.`,
  ].join("\n");
}

function fileMissing(file: string) {
  return refusal("missing", "file-missing", `There is no file ${file}.`, "Give the path of a file of JSON Lines.");
}

function communityMissing(slug: string) {
  const next = "Look at / for those there are; an administrator makes one.";
  return refusal("missing", "community-missing", `There is no community ${slug}.`, next);
}
