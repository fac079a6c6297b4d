import { createSetUpLink, installationIsEmpty } from "../accounts/index.ts";
import { unwrap } from "../kernel/index.ts";
import { endInTime, endServing, print, type Register, untilAskedToStop } from "./command.ts";

export const registerServe: Register = (program, host) => {
  program
    .command("serve")
    .description("Serve pages and API until stopped; makes the data folder at the first start.")
    .option("--json", "print one line of JSON when ready")
    .action(async ({ json }: { json?: boolean }) => {
      const stop = untilAskedToStop();
      const cli = host();
      // Whoever asks while it starts can rely on it as well.
      void stop.then(() => endInTime(cli.log));
      const serving = await cli.start();
      try {
        const setUp = (await installationIsEmpty(serving.store.database))
          ? serving.links.setUp(unwrap(await serving.store.transact(createSetUpLink)).secret)
          : null;
        if (json) print(JSON.stringify({ address: serving.address, setUp }));
        else {
          print(`Kith is at ${serving.address}`);
          if (setUp) print(`Set it up with this link, which works once, within a day:\n  ${setUp}`);
        }
        await stop;
      } finally {
        await endServing(serving, cli.log);
      }
    });
};
