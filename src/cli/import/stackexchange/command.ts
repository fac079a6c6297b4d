import path from "node:path";
import type { Command } from "commander";
import { RefusalError, refusal, systemClock, unwrap } from "../../../kernel/index.ts";
import { type CliHost, print } from "../../command.ts";
import { createProgress } from "../../progress.ts";
import { type Administrator, aboutAdministrators, checkAdministrator, makeAdministrator } from "../administrator.ts";
import { createSkippedList } from "../skipped.ts";
import { stopSignal } from "../stop-signal.ts";
import { checkDump } from "./check-dump.ts";
import { openDump } from "./dump-files.ts";
import { type Arrived, type Destination, importDump } from "./import-dump.ts";
import { type Finished, summaryJson, summaryText } from "./report.ts";
import type { Reading } from "./run.ts";
import { createSummary } from "./summary.ts";

interface Options {
  readonly community?: string;
  readonly name?: string;
  readonly group: string;
  readonly site?: string;
  readonly admin?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const help = `
The folder holds Posts.xml, Users.xml, Votes.xml, Comments.xml, Tags.xml and PostLinks.xml of one site, unpacked.
Everything keeps its own date. Accepted answers become confirmations by the asker, duplicates lead to their original,
and authors become members whom nobody signs in as. Votes are counted, and not kept.

An import that was stopped or killed goes on when the same command runs again; nothing is ever doubled. A newer dump of
the same site brings what is new. A row that cannot be read is left out and listed, and the rest goes on.

Examples:
  kith import stackexchange cooking.stackexchange.com --dry-run
  kith import stackexchange cooking.stackexchange.com --community cooking --site https://cooking.stackexchange.com \\
    --admin you@example.org`;

/** \`kith import stackexchange DIR\` */
export function registerStackExchange(parent: Command, host: () => CliHost): void {
  parent
    .command("stackexchange")
    .description("Bring a Stack Exchange site from its dump.")
    .argument("<folder>", "the unpacked dump of one site")
    .option("--community <slug>", "where it goes; made when absent (default: the folder's name)")
    .option("--name <name>", "the community's name, where it is made")
    .option("--group <slug>", "the help group that the questions go to; made when absent", "help")
    .option("--site <url>", "the site's address (default: as its texts link one another)")
    .option("--admin <email>", "who administers the community; prints a link that signs them in once")
    .option("--dry-run", "read and check everything, write nothing")
    .option("--json", "print the figures as JSON")
    .addHelpText("after", help)
    .action((folder: string, options: Options) => run(folder, options, host));
}

async function run(folder: string, options: Options, host: () => CliHost): Promise<void> {
  unwrap(checkAdministrator(options.admin));
  const to = destination(folder, options);
  const dump = unwrap(await openDump(folder));
  const startedMs = performance.now();
  const reading: Reading = {
    dump,
    clock: systemClock,
    progress: createProgress(process.stderr, dump.bytes),
    skipped: createSkippedList(),
    summary: createSummary(),
    stop: stopSignal(),
  };
  let written: Written | null = null;
  try {
    if (options.dryRun) await checkDump(reading);
    else written = await write(reading, to, host(), options.admin);
  } finally {
    reading.progress.end();
  }
  const arrived = written?.arrived ?? null;
  const { summary, skipped } = reading;
  const seconds = (performance.now() - startedMs) / 1000;
  const finished: Finished = { folder: path.resolve(folder), arrived, summary, skipped, seconds };
  if (options.json) print(JSON.stringify({ ...summaryJson(finished), administrator: written?.administrator ?? null }));
  else print([summaryText(finished), written?.about ?? ""].filter((text) => text !== "").join("\n"));
}

interface Written {
  readonly arrived: Arrived;
  readonly administrator: Administrator | null;
  readonly about: string;
}

async function write(reading: Reading, to: Destination, host: CliHost, admin: string | undefined): Promise<Written> {
  const store = await host.openStore();
  try {
    const arrived = await importDump(reading, store, to);
    const { slug } = to.community;
    const administrator = admin === undefined ? null : await makeAdministrator(store, host, slug, admin);
    return { arrived, administrator, about: await aboutAdministrators(store, slug, administrator) };
  } finally {
    await store.close();
  }
}

function destination(folder: string, options: Options): Destination {
  const slug = options.community ?? slugOf(path.basename(path.resolve(folder)));
  const site = options.site === undefined ? null : siteOf(options.site);
  return {
    community: { slug, name: options.name ?? titleOf(slug) },
    group: { slug: options.group, name: titleOf(options.group) },
    site,
  };
}

/** `Cooking.StackExchange.com` is `cooking`. */
function slugOf(folder: string): string {
  const plain = folder.toLowerCase().replace(/(\.stackexchange)?\.(com|net|org)$/, "");
  const slug = plain
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug.slice(0, 60).replace(/-$/, "") || "imported";
}

function titleOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function siteOf(given: string): string {
  if (URL.canParse(given) && /^https?:\/\//i.test(given)) return given;
  const message = `${given} is no address of a site.`;
  throw new RefusalError(
    refusal("invalid", "site-invalid", message, "Write it like https://cooking.stackexchange.com."),
  );
}
