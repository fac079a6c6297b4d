import { existsSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;

/** Folder of the numbered migrations: beside dist/main.js once built, here in the sources. */
export const migrationsFolder = [path.join(here, "migrations"), path.join(here, "store", "migrations")].find((folder) =>
  existsSync(folder),
) as string;
