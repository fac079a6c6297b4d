import path from "node:path";
import type { Manifest } from "../../community/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { print, type Register } from "../command.ts";
import { stopSignal } from "../import/stop-signal.ts";
import { portable } from "../portable.ts";
import { createProgress } from "../progress.ts";
import { chooseCommunity } from "../token.ts";
import { prepareFolder } from "./folder.ts";
import { writeExport } from "./write-export.ts";

interface Options {
  readonly community?: string;
  readonly publicOnly?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

const help = `
Writes one community as JSON Lines: members.jsonl, questions.jsonl, answers.jsonl, problems.jsonl and others, as they all
were at one moment, and manifest.json, which is written last and says how many rows each file has and its SHA-256.
docs/import-and-export.md describes every field. "kith import kith <folder>" reads it in again, here or elsewhere.

Without --public-only the export holds e-mail addresses, thanks, removed posts and all of care: keep it as safe as the
community.
Passwords, sessions and tokens are never exported.

Examples:
  kith export ./backup-of-lamps --community lamps
  kith export ./open-data --public-only`;

/** `kith export DIR` */
export const registerExport: Register = (program, host) => {
  program
    .command("export")
    .description("Write a community as plain files.")
    .argument("<folder>", "where to; made when absent")
    .option("--community <slug>", "which community, where there are several")
    .option(
      "--public-only",
      "only what a visitor can read: no e-mail addresses, no thanks, nothing removed, nothing of care, no event log",
    )
    .option("--force", "replace an earlier export in this folder")
    .option("--json", "print the figures as JSON")
    .addHelpText("after", help)
    .action(async (folder: string, options: Options) => {
      const startedMs = performance.now();
      const prepared = unwrap(await prepareFolder(folder, options.force === true));
      const store = await host().openStore();
      try {
        const community = unwrap(await chooseCommunity(store.database, options.community));
        const manifest = await writeExport(store, {
          communityId: community.id,
          publicOnly: options.publicOnly === true,
          folder: prepared,
          progress: (rows) => createProgress(process.stderr, rows),
          stop: stopSignal(),
        });
        const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
        const { files, ...others } = manifest;
        if (options.json) print(JSON.stringify({ folder: path.resolve(folder), ...others, files, seconds }));
        else print(summary(folder, manifest, seconds));
      } finally {
        await store.close();
      }
    });
};

function summary(folder: string, manifest: Manifest, seconds: number): string {
  const width = Math.max(...manifest.files.map(({ name }) => name.length));
  const rows = manifest.files
    .filter(({ name }) => name.endsWith(".jsonl"))
    .map(({ name, rows }) => `  ${name.padEnd(width)}  ${rows.toLocaleString("en").padStart(10)}`);
  const megabytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const left = portable.files.filter(({ isPrivate }) => isPrivate).map(({ name }) => `${name}.jsonl`);
  const secret = manifest.publicOnly
    ? `Only what visitors can read: ${left.join(", ")} were left out.`
    : "It holds e-mail addresses, private thanks and what was said to care: keep it as safe as the community.";
  return [
    `The community ${manifest.community} is in ${folder}:`,
    ...rows,
    `${megabytes.toFixed(1)} MB in ${seconds} s. ${secret}`,
  ].join("\n");
}
