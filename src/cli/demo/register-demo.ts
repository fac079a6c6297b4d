import path from "node:path";
import { type Configuration, RefusalError, refusal } from "../../kernel/index.ts";
import { type CliHost, endServing, print, type Register, type Serving, untilAskedToStop } from "../command.ts";
import { createSteps } from "../progress.ts";
import { type LookAround, lookAround, visitors } from "./look-around.ts";
import { forgetDemo, type Making, provideDemo } from "./provide-demo.ts";

export const registerDemo: Register = (program, host) => {
  program
    .command("demo")
    .description("Serve a fictional community with eight months of history, and print links that sign you in.")
    .option("--fresh", "make it anew, and lose what was written in it since")
    .option("--json", "print one line of JSON when ready")
    .action(async ({ fresh, json }: { fresh?: boolean; json?: boolean }) => {
      const cli = host();
      const configuration = configurationOf(cli.configuration);
      // Between the links on the terminal, a line for each request is in the way.
      if (cli.configuration.logLevel === "info") cli.log.level = "warn";
      const progress = createSteps();
      let asked = false;
      const stop = untilAskedToStop().then(() => {
        asked = true;
      });
      const making: Making = {
        next: progress.next,
        at(done, all) {
          if (asked) throw stopped();
          progress.at(done, all);
        },
      };
      try {
        if (fresh) await forgetDemo(cli.openStore, configuration, cli.log);
        await provideDemo(cli.openStore, configuration, making);
        progress.next("starting");
        const serving = await startSomewhere(cli, configuration, progress.end);
        try {
          const look = await lookAround(serving);
          progress.end();
          print(json ? JSON.stringify({ address: serving.address, links: look.links }) : invitation(look));
          await stop;
        } finally {
          await endServing(serving, cli.log);
        }
      } finally {
        progress.end();
      }
    });
};

/** The demonstration has a folder of its own within the data folder, so that it never mixes with a real community. */
function configurationOf(configuration: Configuration): Configuration {
  return { ...configuration, dataFolder: path.join(configuration.dataFolder, "demo") };
}

/** Serves on the port that was wished for, or on a free one where another program has that, and says so. */
async function startSomewhere(cli: CliHost, configuration: Configuration, clear: () => void): Promise<Serving> {
  const { dataFolder, port } = configuration;
  try {
    return await cli.start({ dataFolder });
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code !== "port-taken") throw error;
    clear();
    process.stderr.write(`Another program listens on port ${port}, so the demonstration takes a free one.\n`);
    return cli.start({ dataFolder, port: 0 });
  }
}

function stopped(): RefusalError {
  return new RefusalError(
    refusal(
      "unavailable",
      "demo-stopped",
      "The demonstration was stopped before it was whole, and nothing of it was kept.",
      "Start it again; it is made anew.",
    ),
  );
}

function invitation(look: LookAround): string {
  const width = Math.max(...visitors.map((visitor) => look.names[visitor].length + visitor.length)) + 4;
  const links = visitors.map((visitor) => {
    const who = `${look.names[visitor]}, ${visitor}`;
    return `  ${who.padEnd(width)}${look.links[visitor]}`;
  });
  return [
    `\nThe demonstration community is at ${look.home}`,
    "",
    "Sign in as (each link works once; the next start prints new ones):",
    ...links,
    "",
    "What to look at first:",
    "  The member's link opens a question of hers whose second answer fits: say that it solved it.",
    `  Three months ago an update of the app broke pairing, dozens asked, and one answer helped them: ${look.mostHelpful}`,
    '  Begin to ask "steam is weak" and see what is solved already before the question is asked.',
  ].join("\n");
}
