import { renderMarkdown } from "../../conversation/index.ts";
import { at, maybe, oneOf, own, perhaps, text, the } from "./fields.ts";
import type { Portable, PortableFile } from "./portable-file.ts";
import { readRecords } from "./queries/export.ts";
import { privateRecords, type RecordName, recordNames, records } from "./records.ts";
import type { Restore } from "./restore.ts";
import { restoreDigestHours, restoreFollows, restoreWays } from "./restore-choices.ts";
import { restoreEvents } from "./restore-events.ts";
import { restoreHelped, restoreLinks, restoreRevisions, restoreThanks } from "./restore-others.ts";
import { restoreGroupMembers, restoreGroups, restoreMembers, restoreRoles, restoreTags } from "./restore-people.ts";
import {
  restoreAnswers,
  restoreComments,
  restoreConfirmations,
  restoreOriginals,
  restorePostLinks,
  restoreQuestions,
} from "./restore-posts.ts";
import { tableFile } from "./table-file.ts";

/** How each file comes back, and the table that tells how long it is. */
const ways: { readonly [Name in RecordName]: readonly [table: string, restore: Restore<Name>] } = {
  members: ["member", restoreMembers],
  roles: ["member_role", restoreRoles],
  groups: ["community_group", restoreGroups],
  "group-members": ["group_member", restoreGroupMembers],
  tags: ["tag", restoreTags],
  questions: ["question", restoreQuestions],
  answers: ["answer", restoreAnswers],
  comments: ["message", restoreComments],
  confirmations: ["answer", restoreConfirmations],
  helped: ["answer_helped", restoreHelped],
  thanks: ["thanks", restoreThanks],
  links: ["question_link", restoreLinks],
  revisions: ["message_revision", restoreRevisions],
  follows: ["follow", restoreFollows],
  "notification-ways": ["notification_preference", restoreWays],
  "digest-hours": ["digest_schedule", restoreDigestHours],
  events: ["event", restoreEvents],
};

function fileOf<Name extends RecordName>(name: Name): PortableFile {
  const [table, restore] = ways[name];
  const file = {
    ...{ name, table, isPrivate: privateRecords.has(name), record: records[name] },
    read: (snapshot: Parameters<typeof readRecords>[0], page: Parameters<typeof readRecords<Name>>[2]) =>
      readRecords(snapshot, name, page),
    passes: name === "questions" ? [restore, restoreOriginals] : [restore],
    ...(name === "questions" || name === "answers" ? { lastPass: restorePostLinks } : {}),
  };
  // The maps above fit together by name, which a list of files cannot say.
  return file as unknown as PortableFile;
}

const notAQuestion = (conversation: string) =>
  `not exists (select from question q where q.community_id = ${conversation.split(".")[0]}.community_id and q.id = ${conversation})`;

/** Conversations that no question opened: messages that came in, and what is said privately. */
const conversations = tableFile({
  name: "conversations",
  table: "conversation",
  space: "conversation",
  fields: { id: own, visibility: oneOf(["public", "private"]), createdAt: at },
  order: ["id"],
  where: notAQuestion("conversation.id"),
});

/** What was said in them. HTML is made anew of the words. */
const messages = tableFile({
  name: "messages",
  table: "message",
  space: "message",
  fields: {
    id: own,
    conversationId: the("conversation"),
    authorId: the("member"),
    replyToId: maybe(the("message")),
    body: text,
    language: maybe(text),
    createdAt: at,
    editedAt: maybe(at),
    removedAt: maybe(at),
    removedBecause: maybe(text),
  },
  order: ["id"],
  where: notAQuestion("message.conversation_id"),
  derived: { html: { type: "text", of: ({ body }) => renderMarkdown(String(body)) } },
});

/** Other words under which somebody found the answer to a question. */
const aliases = tableFile({
  name: "aliases",
  table: "question_alias",
  fields: {
    questionId: the("question"),
    text,
    memberId: the("member"),
    answerId: perhaps("message"),
    createdAt: at,
  },
  order: ["questionId", "text"],
});

/** What may stay although it looks like personal data. */
const kept = tableFile({
  name: "personal-data-kept",
  table: "personal_data_kept",
  fields: { messageId: the("message"), keptBy: the("member"), keptAt: at },
  order: ["messageId"],
});

const eventsFile = fileOf("events");

const community: Portable = {
  files: recordNames.flatMap((name) => {
    if (name === "events") return [aliases];
    return name === "comments" ? [fileOf(name), conversations, messages] : fileOf(name);
  }),
  subjects: {
    ...{ community: "community", search: "community", member: "member", group: "group", question: "question" },
    ...{ answer: "message", comment: "message", message: "message", thanks: "thanks" },
  },
  ids: {
    ...{ groupId: "group", memberId: "member", fromId: "member", toId: "member", mentions: "member" },
    ...{ questionId: "question", otherId: "question", shown: "question", opened: "question" },
    ...{ answerId: "message", commentId: "message", messageId: "message", replyToId: "message" },
    conversationId: "conversation",
  },
};

/** All that an export of a community carries: the community's own files and those of the rooms behind it, the event log last. */
export function portableWith(...rooms: readonly Portable[]): Portable {
  const all = [community, ...rooms];
  return {
    files: [...all.flatMap(({ files }) => files), kept, eventsFile],
    subjects: Object.assign({}, ...all.map(({ subjects }) => subjects)),
    ids: Object.assign({}, ...all.map(({ ids }) => ids)),
  };
}
