import { createMember, tidyName } from "../accounts/index.ts";
import { checkBody, joinConversations } from "../conversation/index.ts";
import { cleanLine, err, lengthOf, ok, type Result, refusal, unwrap } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import {
  type ChannelKey,
  findChannelAuthor,
  findChannelMessage,
  keepChannelAuthor,
  keepChannelMessage,
  listConversationsOfReplies,
  lockInChannel,
  moveCareOfConversation,
  readJudgement,
  takeChannelMessage,
} from "./queries/channels.ts";
import { receiveMessage } from "./receive-message.ts";
import { minuteMs } from "./settings.ts";
import type { Triage } from "./triage.ts";

/** A message as a channel has it: its own ids, and its own names of people. */
export interface ChannelMessage {
  /** The channel's name: small letters, digits and hyphens. */
  readonly channel: string;
  /** The channel's id of the message: whoever sends it again changes nothing. 1 to 200 characters. */
  readonly id: string;
  /** Who wrote it, as the channel tells people apart. 1 to 200 characters. */
  readonly from: string;
  /** What they are called, where that is not the same. */
  readonly name?: string | undefined;
  /** Whether they speak for the brand. */
  readonly staff: boolean;
  readonly text: string;
  /** The channel's id of what it replies to; that may come later. */
  readonly inReplyTo: string | null;
  /** When it was written; now, where it is left out. */
  readonly at?: Date | undefined;
  readonly visibility?: "public" | "private" | undefined;
}

/** What became of a message. */
export interface Brought {
  readonly messageId: number;
  readonly conversationId: number;
  readonly problemId: number | null;
  /** What it was taken for; null for staff. */
  readonly judged: { readonly kind: string; readonly probability: number; readonly abstained: boolean } | null;
  readonly flood: boolean;
  /** True where it had come before. */
  readonly again: boolean;
}

/** Clocks of channels may go before ours by so much. */
const clocksDifferMs = 5 * minuteMs;
const longestId = 200;

/**
 * Brings in a message of a channel. Its author becomes a member with whom no person is linked; it joins the conversation of what it
 * replies to, whichever of the two comes first; the rest is `receiveMessage`'s. Bringing the same again answers what became of it.
 * Who may is for the caller to decide.
 */
export async function bringMessage(
  tx: Transaction,
  triage: Triage,
  communityId: number,
  brought: ChannelMessage,
): Promise<Result<Brought>> {
  const wrong = whatIsWrong(brought, tx.now);
  if (wrong) return err(wrong);
  const body = checkBody(brought.text, { field: "text" });
  if (!body.ok) return body;
  const { channel, inReplyTo } = brought;
  const key: ChannelKey = { communityId, channel, key: brought.id };
  // Judged before anything is locked: a first judgement takes a second.
  const guess = brought.staff || (await findChannelMessage(tx.db, key)) ? null : await triage(body.value, communityId);
  const things = [`from ${brought.from}`, `id ${brought.id}`, ...(inReplyTo === null ? [] : [`id ${inReplyTo}`])];
  await lockInChannel(tx, communityId, channel, things);
  if (!(await takeChannelMessage(tx, key, inReplyTo))) return ok(await asItCame(tx, key));
  const authorId = await provideAuthor(tx, communityId, brought);
  const parent = inReplyTo === null ? undefined : await findChannelMessage(tx.db, { ...key, key: inReplyTo });
  const conversationId = await joinThreads(tx, key, parent?.conversationId);
  const received = await receiveMessage(tx, () => guess ?? neverAsked(), {
    ...{ communityId, authorId, fromStaff: brought.staff, body: body.value, inReplyTo: parent?.messageId ?? null },
    ...{ conversationId, visibility: brought.visibility, sentAt: brought.at },
  });
  if (!received.ok) return received;
  const { messageId, problemId, flood } = received.value;
  await keepChannelMessage(tx, key, messageId);
  const judged = guess && { kind: guess.kind, probability: guess.probability, abstained: guess.abstains };
  return ok({ messageId, conversationId: received.value.conversationId, problemId, judged, flood, again: false });
}

function neverAsked(): never {
  throw new Error("a message that came before, or of staff, is not judged");
}

async function asItCame(tx: Transaction, key: ChannelKey): Promise<Brought> {
  const known = await findChannelMessage(tx.db, key);
  if (!known) throw new Error(`the message ${key.key} of ${key.channel} was taken and not kept`);
  const judgement = await readJudgement(tx.db, key.communityId, known.messageId);
  const judged = judgement && {
    ...{ kind: judgement.kind, probability: judgement.probability, abstained: judgement.abstained },
  };
  return { ...known, problemId: judgement?.problemId ?? null, judged: judged ?? null, flood: false, again: true };
}

async function provideAuthor(tx: Transaction, communityId: number, brought: ChannelMessage): Promise<number> {
  const { channel, from } = brought;
  const known = await findChannelAuthor(tx, communityId, channel, from);
  if (known !== undefined) return known;
  const name = tidyName(brought.name ?? from);
  const { memberId } = unwrap(await createMember(tx, { communityId, personId: null, name }));
  await keepChannelAuthor(tx, communityId, channel, from, memberId);
  return memberId;
}

/** The conversation that a message belongs to: of what it replies to, and of replies that came before it. They become one. */
async function joinThreads(tx: Transaction, key: ChannelKey, parent: number | undefined): Promise<number | undefined> {
  const { communityId } = key;
  const early = await listConversationsOfReplies(tx.db, key);
  const [into, ...later] = [...new Set([...(parent === undefined ? [] : [parent]), ...early])];
  for (const from of later) {
    if (into === undefined) break;
    await joinConversations(tx, communityId, into, from);
    await moveCareOfConversation(tx, communityId, from, into);
  }
  return into;
}

function whatIsWrong({ channel, id, from, at }: ChannelMessage, now: Date) {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(channel) || channel.length > 60) return channelInvalid;
  const ids = { id, from };
  for (const name of ["id", "from"] as const) {
    if (cleanLine(ids[name]) !== ids[name] || ids[name] === "" || lengthOf(ids[name]) > longestId)
      return idInvalid(name);
  }
  if (at && at.getTime() > now.getTime() + clocksDifferMs) return fromTheFuture;
  return null;
}

const channelRule = "A channel's name has small letters, digits and single hyphens, 60 at most.";
const channelInvalid = refusal("invalid", "channel-invalid", channelRule, "Try something like chat or mail-support.", {
  channel: channelRule,
});
const future = "This message would be written later than now.";
const fromTheFuture = refusal(
  "invalid",
  "written-in-the-future",
  future,
  "Set the channel's clock, or leave `at` out.",
  {
    at: future,
  },
);

function idInvalid(field: "id" | "from") {
  const said = `This has 1 to ${longestId} visible characters, without spaces at its ends.`;
  return refusal("invalid", "channel-id-invalid", said, "Send the channel's own id as it is.", { [field]: said });
}
