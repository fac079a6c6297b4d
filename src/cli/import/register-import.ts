import type { Register } from "../command.ts";
import { registerKith } from "./kith/command.ts";
import { registerMessages } from "./messages/command.ts";
import { registerStackExchange } from "./stackexchange/command.ts";

/** `kith import …` */
export const registerImport: Register = (program, host) => {
  const parent = program.command("import").description("Bring a community from elsewhere.");
  registerStackExchange(parent, host);
  registerKith(parent, host);
  registerMessages(parent, host);
};
