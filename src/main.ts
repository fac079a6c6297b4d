import { Command, CommanderError } from "commander";
import { openData, originOf, startApp } from "./app.ts";
import { type CliHost, fileTrouble, outliveStrays, registerCommands, sayRefusal } from "./cli/index.ts";
import { createLog, type Log, RefusalError, readConfiguration } from "./kernel/index.ts";
import { signInNowAddress } from "./web/index.ts";

const program = new Command("kith")
  .description("A home for a brand's customer-care community.")
  .showHelpAfterError("(kith <command> --help tells more)")
  .configureOutput({ writeErr: (text) => void process.stderr.write(text) })
  .exitOverride();

let log: Log | undefined;
/** Reads the configuration only when a command runs, so that `--help` works whatever the environment holds. */
function host(): CliHost {
  const configuration = readConfiguration();
  log = createLog(configuration.logLevel);
  const options = { configuration, log };
  return {
    ...options,
    openStore: (wish) => openData({ ...options, ...wish }),
    start: (wish) => {
      outliveStrays(options.log);
      return startApp({ ...options, configuration: { ...configuration, ...wish } });
    },
    signInAddress: (secret, to) => signInNowAddress(originOf(configuration), secret, to),
  };
}

// Whoever reads what a command prints may be gone before it ends, as in `kith … | head`.
process.stdout.on("error", () => {});
registerCommands(program, host);
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const refused = error instanceof RefusalError ? error.refusal : fileTrouble(error);
    if (!refused) throw error;
    sayRefusal(refused);
    process.exitCode = 1;
  }
}
