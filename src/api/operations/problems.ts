import * as z from "zod";
import {
  addNote,
  answerProblem,
  claimProblem,
  handOver,
  linkProblems,
  markDuplicate,
  mergeProblem,
  openForMember,
  type Problem,
  returnToLadder,
  signCannotSolve,
  snoozeProblem,
  sortProblem,
  splitProblem,
  urgencies,
} from "../../care/index.ts";
import type { Result } from "../../kernel/index.ts";
import { named } from "../openapi/named.ts";
import { fine, made, operation } from "../operation.ts";
import { movedSchema, showMoved } from "../views/care.ts";
import { idSchema } from "../views/small.ts";
import { addressOf } from "./addresses.ts";
import { bodyField, pathId, storable } from "./fields.ts";
import { careTag as tag } from "./queue.ts";
import { handOverNote, handOverTo } from "./shift.ts";

const params = z.object({ id: pathId.meta({ description: "The problem's id." }) });
const bodyId = idSchema.max(Number.MAX_SAFE_INTEGER);
const at = (what = "") => `/communities/{slug}/problems/{id}${what}`;
const moved = { status: 200, schema: movedSchema } as const;
const titleField = z.string().meta({ minLength: 1, maxLength: 200, description: "One line." });
const words = z.string().meta({ minLength: 1, maxLength: 2000 });

function reply(result: Result<Problem>) {
  return result.ok ? fine(showMoved(result.value)) : result;
}

/** What is done to a problem at the desk. */
export const problemOperations = [
  operation({
    id: "openProblem",
    method: "post",
    path: "/communities/{slug}/problems",
    tag,
    summary: "Open a problem on behalf of a member",
    description: "As when somebody rang: in a private conversation of theirs. Questions open theirs by themselves.",
    permission: "work on problems",
    body: named(
      "NewCareProblem",
      z.strictObject({
        askerId: bodyId.meta({ description: "The member whose problem it is." }),
        title: titleField,
        body: bodyField,
        urgency: z.enum(urgencies).optional(),
        area: storable.optional().meta({ description: "A subject area's slug." }),
      }),
    ),
    success: { status: 201, schema: movedSchema, says: "Opened; `Location` is its address." },
    refusals: ["member-not-found", "problem-title-needed", "area-missing", "body-empty", "body-too-long"],
    creates: true,
    async change(tx, { actor, body, community }) {
      const opened = await openForMember(tx, actor, body);
      if (!opened.ok) return opened;
      return made(addressOf(community.slug, "problems", opened.value.id), showMoved(opened.value));
    },
  }),
  operation({
    id: "sortProblem",
    method: "patch",
    path: at(),
    tag,
    summary: "Say how urgent a problem is and what it is about",
    description: "What is left out stays as it is.",
    permission: "work on problems",
    params,
    body: named(
      "ProblemSorting",
      z.strictObject({ urgency: z.enum(urgencies).optional(), area: storable.nullable().optional() }),
    ),
    success: { ...moved, says: "Sorted; its promises follow." },
    refusals: ["problem-missing", "problem-over", "area-missing"],
    change: async (tx, { actor, body, params: { id } }) => reply(await sortProblem(tx, actor, id, body)),
  }),
  operation({
    id: "claimProblem",
    method: "post",
    path: at("/claim"),
    tag,
    summary: "Take a problem",
    description: "Of any number who take it at once, one has it. Taking it again changes nothing.",
    permission: "work on problems",
    params,
    success: { ...moved, says: "The caller has it." },
    refusals: ["problem-missing", "problem-over", "problem-taken", "own-problem", "claims-idle", "picks-too-many"],
    change: async (tx, { actor, params: { id } }) => reply(await claimProblem(tx, actor, id)),
  }),
  operation({
    id: "returnProblem",
    method: "delete",
    path: at("/claim"),
    tag,
    summary: "Give a problem back to the ladder",
    description: "It is offered to somebody else.",
    permission: "work on problems",
    params,
    success: { ...moved, says: "Given back." },
    refusals: ["problem-missing", "problem-over"],
    change: async (tx, { actor, params: { id } }) => reply(await returnToLadder(tx, actor, id)),
  }),
  operation({
    id: "handOverProblem",
    method: "post",
    path: at("/handover"),
    tag,
    summary: "Hand a problem over to a solver or a team",
    permission: "work on problems",
    params,
    body: named("HandOver", z.strictObject({ ...handOverTo.shape, note: handOverNote })),
    success: { ...moved, says: "Handed over." },
    refusals: ["problem-missing", "problem-over", "not-a-solver", "receiver-away", "team-missing"],
    change: async (tx, { actor, body, params: { id } }) => reply(await handOver(tx, actor, id, body, body.note)),
  }),
  operation({
    id: "snoozeProblem",
    method: "post",
    path: at("/snooze"),
    tag,
    summary: "Put a problem off for a while",
    description: "Within bounds that follow its urgency; its clocks run on, and a word of the asker wakes it.",
    permission: "work on problems",
    params,
    body: named("Snooze", z.strictObject({ until: z.iso.datetime().transform((text) => new Date(text)) })),
    success: { ...moved, says: "Put off." },
    refusals: ["problem-missing", "problem-over", "snooze-out-of-bounds"],
    change: async (tx, { actor, body, params: { id } }) => reply(await snoozeProblem(tx, actor, id, body.until)),
  }),
  operation({
    id: "answerProblem",
    method: "post",
    path: at("/answers"),
    tag,
    summary: "Answer whoever asked",
    description: "A question's problem is answered on its page. `seenId` stops it where somebody answered meanwhile.",
    permission: "work on problems",
    params,
    body: named(
      "DeskAnswer",
      z.strictObject({
        body: bodyField,
        seenId: bodyId.optional().meta({ description: "The last message that the author saw." }),
      }),
    ),
    success: { status: 201, schema: named("DeskAnswered", z.object({ messageId: idSchema })), says: "Sent." },
    refusals: [
      ...(["problem-missing", "problem-over", "answered-meanwhile", "body-empty", "body-too-long"] as const),
      ...(["question-removed", "question-missing"] as const),
    ],
    creates: true,
    posts: true,
    async change(tx, { actor, body, community, params: { id } }) {
      const answered = await answerProblem(tx, actor, id, body);
      return answered.ok ? made(addressOf(community.slug, "problems", id), answered.value) : answered;
    },
  }),
  operation({
    id: "addNote",
    method: "post",
    path: at("/notes"),
    tag,
    summary: "Write a private note on a problem",
    permission: "work on problems",
    params,
    body: named("NewNote", z.strictObject({ body: bodyField })),
    success: { status: 201, schema: named("NoteMade", z.object({ id: idSchema })), says: "Noted." },
    refusals: ["problem-missing", "body-empty", "body-too-long"],
    creates: true,
    async change(tx, { actor, body, community, params: { id } }) {
      const noted = await addNote(tx, actor, id, body.body);
      return noted.ok ? made(addressOf(community.slug, "problems", id), noted.value) : noted;
    },
  }),
  operation({
    id: "linkProblems",
    method: "post",
    path: at("/links"),
    tag,
    summary: "Link a problem with another one",
    description: "`known` says that the other is the known problem behind it. Linking twice changes nothing.",
    permission: "work on problems",
    params,
    body: named("NewProblemLink", z.strictObject({ otherId: bodyId, kind: z.enum(["related", "known"]) })),
    success: { status: 200, schema: named("ProblemLinked", z.object({ linked: z.boolean() })), says: "Linked." },
    refusals: ["problem-missing", "problem-with-itself"],
    async change(tx, { actor, body, params: { id } }) {
      const linked = await linkProblems(tx, actor, { id, ...body });
      return linked.ok ? fine(linked.value) : linked;
    },
  }),
  operation({
    id: "markDuplicate",
    method: "post",
    path: at("/duplicate"),
    tag,
    summary: "End a problem as a duplicate of one that is not over",
    description: "Its asker hears when that one is solved. `merge` puts what was said into the other one, too.",
    permission: "work on problems",
    params,
    body: named("DuplicateOf", z.strictObject({ originalId: bodyId, merge: z.boolean().default(false) })),
    success: { ...moved, says: "It is a duplicate." },
    refusals: ["problem-missing", "problem-over", "problem-with-itself", "into-its-duplicate", "original-over"],
    async change(tx, { actor, body, params: { id } }) {
      const end = body.merge ? mergeProblem : markDuplicate;
      return reply(await end(tx, actor, id, body.originalId));
    },
  }),
  operation({
    id: "splitProblem",
    method: "post",
    path: at("/split"),
    tag,
    summary: "Make a problem of its own out of one message",
    permission: "work on problems",
    params,
    body: named("Split", z.strictObject({ messageId: bodyId, title: titleField })),
    success: { status: 201, schema: movedSchema, says: "The new one; `Location` is its address." },
    refusals: ["problem-missing", "problem-over", "message-elsewhere", "problem-title-needed"],
    creates: true,
    async change(tx, { actor, body, community, params: { id } }) {
      const split = await splitProblem(tx, actor, id, body);
      if (!split.ok) return split;
      return made(addressOf(community.slug, "problems", split.value.id), showMoved(split.value));
    },
  }),
  operation({
    id: "signCannotSolve",
    method: "post",
    path: at("/cannot-solve"),
    tag,
    summary: "Sign that a problem cannot be solved",
    description: "With the reason and what is done about it. Whoever asked sees both and can contest it.",
    permission: "sign what cannot be solved",
    params,
    body: named("CannotSolve", z.strictObject({ because: words, instead: words })),
    success: { ...moved, says: "Signed." },
    refusals: ["problem-missing", "problem-over", "words-needed"],
    change: async (tx, { actor, body, params: { id } }) => reply(await signCannotSolve(tx, actor, id, body)),
  }),
];
