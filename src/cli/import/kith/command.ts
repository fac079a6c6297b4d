import path from "node:path";
import type { Command } from "commander";
import { unwrap } from "../../../kernel/index.ts";
import { type CliHost, print } from "../../command.ts";
import { createProgress } from "../../progress.ts";
import { aboutAdministrators, checkAdministrator, makeAdministrator } from "../administrator.ts";
import { stopSignal } from "../stop-signal.ts";
import { type Imported, importExport } from "./import-export.ts";
import { checkExport, openExport } from "./open-export.ts";

interface Options {
  readonly community?: string;
  readonly admin?: string;
  readonly json?: boolean;
}

const help = `
Reads what "kith export" wrote, into a new community or one in which nothing was asked yet. Before anything is written,
every file is read once and compared with the manifest. Ids are given anew; everything else, the event log with its dates
included, is as it was. Members keep their e-mail address and sign in by a link to it; passwords are not in exports.

An import that was stopped or killed goes on when the same command runs again; nothing is ever doubled.

Example:
  kith import kith ./backup-of-lamps --community lamps`;

/** \`kith import kith DIR\` */
export function registerKith(parent: Command, host: () => CliHost): void {
  parent
    .command("kith")
    .description("Bring a community from an export of Kith.")
    .argument("<folder>", "what kith export wrote")
    .option("--community <slug>", "where it goes (default: the address it had)")
    .option("--admin <email>", "one more administrator; prints a link that signs them in once")
    .option("--json", "print the figures as JSON")
    .addHelpText("after", help)
    .action((folder: string, options: Options) => run(folder, options, host));
}

async function run(folder: string, options: Options, host: () => CliHost): Promise<void> {
  unwrap(checkAdministrator(options.admin));
  const startedMs = performance.now();
  const opened = unwrap(await openExport(folder));
  const progress = createProgress(process.stderr, opened.bytes * 2);
  try {
    unwrap(await checkExport(opened, progress));
    const program = host();
    const store = await program.openStore();
    try {
      const slug = options.community ?? opened.community.slug;
      const imported = await importExport(opened, store, slug, progress, stopSignal());
      progress.end();
      const { admin } = options;
      const administrator = admin === undefined ? null : await makeAdministrator(store, program, slug, admin);
      const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
      const { exportId } = opened.manifest;
      const figures = { from: "kith", folder: path.resolve(folder), exportId, ...imported, administrator, seconds };
      const about = await aboutAdministrators(store, slug, administrator);
      if (options.json) print(JSON.stringify(figures));
      else print([summary(imported, seconds), about].filter((text) => text !== "").join("\n"));
    } finally {
      await store.close();
    }
  } finally {
    progress.end();
  }
}

function summary(imported: Imported, seconds: number): string {
  const width = Math.max(...Object.keys(imported.files).map((name) => name.length));
  const rows = Object.entries(imported.files).map(([name, { imported: now, alreadyThere }]) => {
    const before = alreadyThere > 0 ? `  (${alreadyThere.toLocaleString("en")} there before)` : "";
    return `  ${name.padEnd(width)} ${now.toLocaleString("en").padStart(10)}${before}`;
  });
  return [
    `Imported into the community ${imported.community}${imported.communityCreated ? ", which is new" : ""}:`,
    ...rows,
    ...(imported.unlinkedMembers > 0
      ? [
          `${imported.unlinkedMembers} members are linked with nobody: an account here has their address and never showed it to be its own.`,
        ]
      : []),
    ...(imported.eventsLeftOut > 0
      ? [`${imported.eventsLeftOut} events were about what the export does not hold.`]
      : []),
    `It took ${seconds} s.`,
  ].join("\n");
}
