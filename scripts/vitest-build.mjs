// Vitest's global set-up for tests that start the whole program: they need an up-to-date dist.
import { buildAll } from "./build.mjs";

export async function setup() {
  await buildAll();
}
