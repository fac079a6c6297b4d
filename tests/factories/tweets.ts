import { readFileSync } from "node:fs";
import { sharedData } from "./shared-data.ts";

/** What somebody wrote to a brand in public, or the brand to them. */
export interface Tweet {
  readonly id: string;
  readonly author: string;
  readonly fromCustomer: boolean;
  readonly at: string;
  /** null where it held only a picture. */
  readonly text: string | null;
  readonly inReplyTo: string | null;
}

/** Where they lie; null in a plain clone. */
export const tweetsFile = sharedData("care/support-tweets.jsonl");

/** All of them, in the order of the file. */
export function readTweets(): Tweet[] {
  const lines = tweetsFile ? readFileSync(tweetsFile, "utf8").split("\n").filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line) as Tweet);
}
