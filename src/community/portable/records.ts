import * as z from "zod";

// A community as plain files: what each line of each file holds. docs/import-and-export.md explains every field; these schemas
// decide. Ids are those of the installation that exported, and mean nothing outside of the export.

const id = z.int().positive();
const at = z.iso.datetime().transform((text) => new Date(text));
const count = z.int().nonnegative();
/** ISO 639. Exports of before have none; then the words are read. */
const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .nullish();

/** `community.json` */
export const communityRecord = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  locale: z.string(),
  colourAccent: z.string().nullable(),
  colourPaper: z.string().nullable(),
  createdAt: at,
});

const member = z.object({
  id,
  name: z.string(),
  about: z.string(),
  locale: z.string().nullable(),
  theme: z.enum(["light", "dark"]).nullable(),
  staff: z.boolean(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  joinedAt: at,
  erasedAt: at.nullable(),
});

const role = z.object({
  memberId: id,
  role: z.enum(["steward", "solver", "analyst", "marketer", "admin"]),
  grantedAt: at,
  grantedBy: id.nullable(),
});

const group = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  rules: z.string(),
  charter: z.enum(["help", "interest"]),
  createdAt: at,
  archivedAt: at.nullable(),
  /** From which probability on a suggestion says "this is solved"; null leaves it to what was learned. */
  solvedFrom: z.number().gt(0).max(1).nullable().default(null),
});

const groupMember = z.object({ groupId: id, memberId: id, joinedAt: at });
const tag = z.object({ name: z.string(), description: z.string(), createdAt: at });

const question = z.object({
  id,
  messageId: id,
  groupId: id,
  askerId: id,
  title: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  language: languageCode,
  languageChosen: z.boolean().default(false),
  visibility: z.enum(["public", "private"]),
  state: z.enum(["waiting", "answered", "solved", "duplicate", "removed"]),
  askedAt: at,
  editedAt: at.nullable(),
  lastActivityAt: at,
  lastAnswerBy: id.nullable(),
  reopenedAt: at.nullable(),
  duplicateOf: id.nullable(),
  removedAt: at.nullable(),
  removedBecause: z.string().nullable(),
  answers: count,
  confirmed: count,
  helped: count,
});

const answer = z.object({
  id,
  questionId: id,
  authorId: id,
  body: z.string(),
  language: languageCode,
  answeredAt: at,
  editedAt: at.nullable(),
  removedAt: at.nullable(),
  removedBecause: z.string().nullable(),
});

const comment = z.object({
  id,
  questionId: id,
  answerId: id.nullable(),
  authorId: id,
  body: z.string(),
  language: languageCode,
  commentedAt: at,
  editedAt: at.nullable(),
  removedAt: at.nullable(),
  removedBecause: z.string().nullable(),
});

const confirmation = z.object({ answerId: id, confirmedAt: at });
const helped = z.object({ answerId: id, memberId: id, helpedAt: at });

const thanks = z.object({
  id,
  messageId: id,
  fromId: id,
  toId: id,
  note: z.string(),
  thankedAt: at,
  private: z.literal(true),
});

const link = z.object({ questionId: id, otherId: id, kind: z.enum(["related", "duplicate"]), linkedAt: at });

const revision = z.object({
  id,
  messageId: id,
  title: z.string().nullable(),
  body: z.string(),
  tags: z.array(z.string()).nullable(),
  replacedAt: at,
  replacedBy: id,
});

const follow = z.object({
  memberId: id,
  subject: z.enum(["question", "tag", "group"]),
  /** The question's or the group's id; null for a tag. */
  followedId: id.nullable(),
  tag: z.string().nullable(),
  because: z.enum(["chosen", "asked", "answered"]),
  beganAt: at,
  endedAt: at.nullable(),
});

const notificationWay = z.object({ memberId: id, kind: z.string(), way: z.enum(["off", "page", "mail", "digest"]) });
const digestHour = z.object({ memberId: id, timeZone: z.string(), hour: z.int().min(0).max(23) });

const event = z.object({
  id,
  at,
  kind: z.string(),
  actorId: id.nullable(),
  subject: z.string(),
  subjectId: id,
  data: z.record(z.string(), z.unknown()),
});

/** The community's own files in the order in which they can be read in: each refers only to those before it, and to itself. */
export const records = {
  members: member,
  roles: role,
  groups: group,
  "group-members": groupMember,
  tags: tag,
  questions: question,
  answers: answer,
  comments: comment,
  confirmations: confirmation,
  helped,
  thanks,
  links: link,
  revisions: revision,
  follows: follow,
  "notification-ways": notificationWay,
  "digest-hours": digestHour,
  events: event,
} as const;

export type RecordName = keyof typeof records;
/** A line as programs have it: times are dates. */
export type RecordOf<Name extends RecordName> = z.output<(typeof records)[Name]>;
export type CommunityRecord = z.output<typeof communityRecord>;
export const recordNames = Object.keys(records) as readonly RecordName[];

/** What only those concerned, or nobody but administrators, may see: not in an export of public things. */
export const privateRecords: ReadonlySet<RecordName> = new Set([
  "group-members",
  "helped",
  "thanks",
  "revisions",
  "follows",
  "notification-ways",
  "digest-hours",
  "events",
]);

export const formatVersion = 1;

/** `manifest.json`, which is written last: an export without it is not complete. */
export const manifestRecord = z.object({
  format: z.literal("kith-export"),
  version: z.int().positive(),
  /** Names this export, so that reading it in can stop and go on. */
  exportId: z.uuid(),
  exportedAt: at,
  community: z.string(),
  publicOnly: z.boolean(),
  files: z.array(
    z.object({
      name: z.string().regex(/^[a-z]+(-[a-z]+)*\.jsonl?$/),
      rows: count,
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.output<typeof manifestRecord>;
