import { styleText } from "node:util";
import { type Clock, type Configuration, RefusalError, readConfiguration, systemClock } from "../kernel/index.ts";
import { indexFolderOf, inspectIndexFolder } from "../search/index.ts";
import { inspectDatabaseAt, inspectEmbedded, inspectEmbeddedDatabase } from "../store/index.ts";
import { print, type Register } from "./command.ts";
import { checkPublicUrl } from "./doctor/address-check.ts";
import { connectionFinding } from "./doctor/connection-finding.ts";
import { checkDatabase } from "./doctor/database-checks.ts";
import { checkEmbeddings } from "./doctor/embeddings-check.ts";
import { type Finding, fine, wrong } from "./doctor/finding.ts";
import { checkFolder } from "./doctor/folder-checks.ts";
import { checkNode, checkSecrets } from "./doctor/machine-checks.ts";
import { checkMail } from "./doctor/mail-check.ts";
import { checkSearch } from "./doctor/search-check.ts";

export type { Finding } from "./doctor/finding.ts";

/** Unlike other commands it reads the configuration itself: one that cannot be used is a finding, too. */
export const registerDoctor: Register = (program) => {
  program
    .command("doctor")
    .description(
      "Say what is wrong with this installation, and what to do. Changes nothing; works beside a serving Kith.",
    )
    .option("--json", "print JSON")
    .addHelpText("after", "\nEnds with 1 where something is wrong, with 0 otherwise; warnings alone are no failure.")
    .action(async ({ json }: { json?: boolean }) => {
      const findings: Finding[] = [];
      for await (const finding of examine(readConfiguration)) {
        findings.push(finding);
        if (!json) print(inWords(finding));
      }
      const isWrong = findings.some(({ state }) => state === "wrong");
      print(json ? JSON.stringify({ ok: !isWrong, findings }) : summary(findings));
      if (isWrong) process.exitCode = 1;
    });
};

/** Looks at everything, one finding after the other, the quick ones first. Never throws because of what it looks at. */
export async function* examine(
  configure: () => Configuration,
  clock: Clock = systemClock,
): AsyncGenerator<Finding, void, undefined> {
  yield checkNode(process.version);
  let configuration: Configuration;
  try {
    configuration = configure();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    yield wrong("configuration", error.refusal.message, error.refusal.next);
    return;
  }
  yield fine("configuration", "Every setting can be used.");
  yield checkPublicUrl(configuration);
  yield checkSecrets([process.cwd(), configuration.dataFolder]);
  yield* configuration.databaseUrl === null
    ? examineEmbedded(configuration.dataFolder, clock)
    : examineDatabase(configuration.databaseUrl, clock);
  yield checkSearch(configuration.search.mode, inspectIndexFolder(indexFolderOf(configuration)), clock.now());
  yield await checkEmbeddings(configuration.embeddings);
  yield await checkMail(configuration.smtpUrl);
}

async function* examineEmbedded(dataFolder: string, clock: Clock): AsyncGenerator<Finding, void, undefined> {
  try {
    const facts = inspectEmbedded(dataFolder);
    const found = checkFolder(facts);
    yield* found;
    const canOpen = facts.dataVersion !== null && !found.some(({ state }) => state === "wrong");
    if (canOpen) yield* checkDatabase(await inspectEmbeddedDatabase(dataFolder, () => clock.now()));
  } catch (error) {
    yield connectionFinding(error, null);
  }
}

async function* examineDatabase(databaseUrl: string, clock: Clock): AsyncGenerator<Finding, void, undefined> {
  try {
    yield* checkDatabase(await inspectDatabaseAt(databaseUrl, () => clock.now()));
  } catch (error) {
    yield connectionFinding(error, databaseUrl);
  }
}

const colours = { ok: "green", warning: "yellow", wrong: "red" } as const;

function inWords({ check, state, says, next }: Finding): string {
  const head = `${styleText(colours[state], state.padEnd(7))}  ${check.padEnd(16)}  ${says}`;
  return next === null ? head : `${head}\n${" ".repeat(27)}${next}`;
}

function summary(findings: readonly Finding[]): string {
  const count = (state: Finding["state"]) => findings.filter((finding) => finding.state === state).length;
  if (count("wrong") > 0) return `\n${count("wrong")} wrong, ${count("warning")} to look at.`;
  return count("warning") > 0 ? `\nNothing is wrong; ${count("warning")} to look at.` : "\nAll is well.";
}
