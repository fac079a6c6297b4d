import { type Actor, ensureMay } from "../accounts/index.ts";
import { openConversation, postMessage } from "../conversation/index.ts";
import { err, ok, type Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { checkTags, checkTitle } from "./fields.ts";
import { mentionsOf } from "./mentions.ts";
import { findGroup, insertQuestion, rememberTags } from "./queries/index.ts";
import { checkLanguage, languageOfQuestion } from "./question-language.ts";
import { groupMissing } from "./refusals.ts";

export interface NewQuestion {
  /** The group's slug. */
  readonly group: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  /** The code of the language that it is in, as chosen; left out, empty or null, the text tells. */
  readonly language?: string | null | undefined;
  /** How long the body may be, where it was not typed here. */
  readonly mostCharacters?: number | undefined;
}

/** Asks a question in a group; returns its id and title. */
export async function askQuestion(
  tx: Transaction,
  actor: Actor,
  asked: NewQuestion,
): Promise<Result<{ id: number; title: string }>> {
  const permitted = ensureMay(actor, "ask questions");
  if (!permitted.ok) return permitted;
  const title = checkTitle(asked.title);
  if (!title.ok) return title;
  const tags = checkTags(asked.tags);
  if (!tags.ok) return tags;
  const chosen = checkLanguage(asked.language ?? null);
  if (!chosen.ok) return chosen;
  const { communityId, memberId } = actor;
  const group = await findGroup(tx.db, communityId, asked.group);
  if (!group || group.archivedAt) return err(groupMissing);

  const id = await openConversation(tx, communityId);
  const { body, mostCharacters } = asked;
  const message = await postMessage(tx, { communityId, conversationId: id, authorId: memberId, body, mostCharacters });
  if (!message.ok) return message;
  await insertQuestion(tx, {
    communityId,
    id,
    groupId: group.id,
    askerId: memberId,
    messageId: message.value.id,
    title: title.value,
    tags: tags.value,
    language: await languageOfQuestion({ title: title.value, body }, chosen.value),
  });
  await rememberTags(tx, communityId, tags.value);
  tx.append({
    communityId,
    kind: "question.asked",
    actorId: memberId,
    subject: "question",
    subjectId: id,
    data: { groupId: group.id, ...(await mentionsOf(tx, actor, message.value.html)) },
  });
  return ok({ id, title: title.value });
}
