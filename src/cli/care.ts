import { type AreaModel, listAreaModels, openTriage, teachAreas } from "../care/index.ts";
import { unwrap } from "../kernel/index.ts";
import { type CliHost, print, type Register } from "./command.ts";
import { chooseCommunity } from "./token.ts";

interface Options {
  readonly community?: string;
  readonly json?: boolean;
}

/** Registers `kith care learn`. */
export const registerCare: Register = (program, host) => {
  program
    .command("care")
    .description("What care learns from a community.")
    .command("learn")
    .description("Learn now, rather than at night, what the subject areas are about.")
    .option("--community <slug>", "which community; the only one where there is one")
    .option("--json", "print JSON")
    .action((options: Options) => learn(host(), options));
};

async function learn(host: CliHost, { community: slug, json }: Options): Promise<void> {
  const store = await host.openStore();
  const judge = openTriage({ store, log: host.log });
  try {
    const community = unwrap(await chooseCommunity(store.database, slug));
    unwrap(await teachAreas(store, judge, community.id));
    const [model] = await listAreaModels(store.database, community.id);
    if (model) print(json ? JSON.stringify(model) : inWords(model));
  } finally {
    await judge.close();
    await store.close();
  }
}

function inWords(model: AreaModel): string {
  const { version, examples, areas, heldBack, answered, rightAnswers, rightByWords, used } = model;
  return [
    `Version ${version}, from ${examples} texts in ${areas} areas.`,
    `Of ${heldBack} texts that were held back it was sure of ${answered}, and right about ${rightAnswers} of those; names and tags were right about ${rightByWords}.`,
    used ? "It is in force." : "It is not right often enough to be used: names and tags decide.",
  ].join("\n");
}
