import { cleanText, err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { mostForEdit, prepareWords } from "./body.ts";
import {
  lockMessage,
  type MessageRow,
  readRevisions,
  replaceBody,
  rewriteBody,
  rewriteRevision,
  setRemoved,
} from "./queries.ts";
import { renderMarkdown } from "./render-markdown.ts";

const missing = refusal(
  "missing",
  "message-missing",
  "This message does not exist.",
  "Go back and look at the page anew.",
);
const gone = refusal(
  "gone",
  "message-removed",
  "This message was removed.",
  "It can be restored by whoever removed it.",
);

/** A message that is to be changed, locked for this transaction; a refusal where it never was or was removed. */
export async function messageToChange(tx: Transaction, communityId: number, id: number): Promise<Result<MessageRow>> {
  const message = await lockMessage(tx, communityId, id);
  if (!message) return err(missing);
  return message.removedAt ? err(gone) : ok(message);
}

/** The words of a message that were changed: Markdown as it was, HTML as it is. */
export interface ChangedWords {
  readonly bodyBefore: string;
  readonly html: string;
}

/** Replaces what a message says and keeps what it said before. Returns what changed; null where nothing did. */
export async function editMessage(
  tx: Transaction,
  edit: {
    readonly communityId: number;
    readonly id: number;
    readonly by: number;
    readonly body: string;
    /** Title and tags as they were, where the message opens a question whose title or tags change too. */
    readonly before?: { readonly title: string; readonly tags: readonly string[] };
  },
): Promise<Result<ChangedWords | null>> {
  const message = await messageToChange(tx, edit.communityId, edit.id);
  if (!message.ok) return message;
  const words = await prepareWords(edit.body, mostForEdit(message.value.body));
  if (!words.ok) return words;
  if (words.value.body === message.value.body && !edit.before) return ok(null);
  await replaceBody(tx, {
    communityId: edit.communityId,
    id: edit.id,
    by: edit.by,
    ...words.value,
    before: { title: edit.before?.title ?? null, body: message.value.body, tags: edit.before?.tags ?? null },
  });
  return ok({ bodyBefore: message.value.body, html: words.value.html });
}

/**
 * Takes something out of a message and out of all that it ever said: what `mask` leaves out stands nowhere afterwards. Unlike an edit,
 * which keeps what stood there before.
 */
export async function maskMessage(
  tx: Transaction,
  communityId: number,
  id: number,
  mask: (text: string) => string,
): Promise<Result<void>> {
  const message = await messageToChange(tx, communityId, id);
  if (!message.ok) return message;
  for (const revision of await readRevisions(tx, communityId, id)) {
    const title = revision.title === null ? null : mask(revision.title);
    const body = mask(revision.body);
    if (title !== revision.title || body !== revision.body) {
      await rewriteRevision(tx, { communityId, messageId: id, id: revision.id, title, body });
    }
  }
  const body = mask(message.value.body);
  if (body !== message.value.body) await rewriteBody(tx, { communityId, id, body, html: renderMarkdown(body) });
  return ok(undefined);
}

/** Takes a message away from readers; its words stay, for an appeal or to restore it. `because` is told to its author. */
export async function removeMessage(
  tx: Transaction,
  communityId: number,
  id: number,
  because: string,
): Promise<Result<MessageRow>> {
  const message = await messageToChange(tx, communityId, id);
  if (!message.ok) return message;
  const reason = cleanText(because).trim();
  if (reason === "") {
    const said = "A reason is needed: it is told to the author.";
    return err(refusal("invalid", "reason-missing", said, "Say in a sentence why this is removed.", { reason: said }));
  }
  await setRemoved(tx, communityId, id, reason.slice(0, 1000));
  return message;
}

/** Brings a removed message back. */
export async function restoreMessage(tx: Transaction, communityId: number, id: number): Promise<Result<MessageRow>> {
  const message = await lockMessage(tx, communityId, id);
  if (!message) return err(missing);
  if (!message.removedAt) {
    return err(refusal("conflict", "message-not-removed", "This message is not removed.", "Nothing needs to be done."));
  }
  await setRemoved(tx, communityId, id, null);
  return ok(message);
}
