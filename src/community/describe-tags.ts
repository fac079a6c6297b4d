import { cleanText, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { checkTags } from "./fields.ts";
import { rememberTags, setTagDescriptions } from "./queries/index.ts";

const longestDescription = 1_000;

/** Puts tags into the community's list, with what they mean where that is known; an empty description changes none. */
export async function describeTags(
  tx: Transaction,
  communityId: number,
  tags: readonly { readonly name: string; readonly description: string }[],
): Promise<Result<{ names: string[] }>> {
  const described = new Map<string, string>();
  for (const { name, description } of tags) {
    const checked = checkTags([name]);
    if (!checked.ok) return checked;
    const [tag] = checked.value;
    const said = [...cleanText(description).trim()].slice(0, longestDescription).join("");
    if (tag !== undefined) described.set(tag, said);
  }
  const names = [...described.keys()];
  await rememberTags(tx, communityId, names);
  const said = [...described].filter(([, description]) => description !== "");
  await setTagDescriptions(
    tx,
    communityId,
    said.map(([name, description]) => ({ name, description })),
  );
  if (names.length > 0) {
    tx.append({
      communityId,
      kind: "tags.described",
      actorId: null,
      subject: "community",
      subjectId: communityId,
      data: { tags: names.length },
    });
  }
  return ok({ names });
}
