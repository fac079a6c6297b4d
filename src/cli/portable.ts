import { portableCare } from "../care/index.ts";
import { type PortableFile, portableWith } from "../community/index.ts";

/** What an export carries, of all rooms. */
export const portable = portableWith(portableCare);

/** The file of a name such as `questions.jsonl`. */
export function portableFile(fileName: string): PortableFile | undefined {
  return portable.files.find(({ name }) => `${name}.jsonl` === fileName);
}
