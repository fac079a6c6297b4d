import { existsSync } from "node:fs";
import path from "node:path";

const shared = path.resolve(import.meta.dirname, "../../../shared/data");

/** A file or folder of the public data beside the checkout, which a plain clone has not; null where it is absent. */
export function sharedData(name: string): string | null {
  const found = path.join(shared, name);
  return existsSync(found) ? found : null;
}

/** What a skipped test says. */
export const withoutSharedData = "the public data in ../shared/data is absent";
