import * as z from "zod";
import type { Actor } from "../../accounts/index.ts";
import {
  areAreasLearned,
  type Kept,
  learnAreasNow,
  listAreaModels,
  removeArea,
  removeCalendar,
  removeTeam,
  setUpCare,
  undoSetting,
} from "../../care/index.ts";
import type { Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import type { ProblemCode } from "../problems.ts";
import { pathIdOf, setSchema } from "../views/care-set.ts";
import { idSchema, momentSchema } from "../views/small.ts";
import { careTag as tag } from "./queue.ts";

/** Removes one of the things that are set for care; `name` is what people call it. */
function removal(
  id: string,
  folder: string,
  name: string,
  missing: ProblemCode,
  remove: (tx: Transaction, actor: Actor, id: number) => Promise<Result<Kept>>,
) {
  return operation({
    id,
    method: "delete",
    path: `/communities/{slug}/care/${folder}/{id}`,
    tag,
    summary: `Remove a ${name}`,
    description: "Refused with `setting-in-use` where something goes by it.",
    permission: "manage care",
    params: pathIdOf(name),
    success: { status: 200, schema: setSchema, says: "Removed." },
    refusals: [missing, "setting-in-use"],
    async change(tx, { actor, params: { id } }) {
      const removed = await remove(tx, actor, id);
      return removed.ok ? fine(removed.value) : removed;
    },
  });
}

/** What is begun with, removed and taken back of what is set for care, and what was learned of it. */
export const careChangeOperations = [
  removal("removeCalendar", "calendars", "calendar", "calendar-missing", removeCalendar),
  removal("removeTeam", "teams", "team", "team-missing", removeTeam),
  removal("removeArea", "areas", "subject area", "area-missing", removeArea),
  operation({
    id: "setUpCare",
    method: "post",
    path: "/communities/{slug}/care/first-setup",
    tag,
    summary: "Begin with office hours and one promise",
    description:
      "Monday to Friday, nine to five; an answer within a working day, solved within five. Only while there is no calendar.",
    permission: "manage care",
    body: named(
      "CareFirstSetup",
      z.strictObject({
        timeZone: z.string().meta({ examples: ["Europe/Vienna"] }),
        calendarName: z.string().meta({ minLength: 1, maxLength: 80 }).default("Office hours"),
      }),
    ),
    success: {
      status: 200,
      schema: named("CareFirstSetupDone", z.object({ changes: z.array(idSchema) })),
      says: "Set up; the changes, newest first.",
    },
    refusals: ["name-length", "time-zone-unknown", "care-set-up-already"],
    async change(tx, { actor, body }) {
      const set = await setUpCare(tx, actor, body);
      return set.ok ? fine({ changes: [...set.value.changes] }) : set;
    },
  }),
  operation({
    id: "listAreaModels",
    method: "get",
    path: "/communities/{slug}/care/area-models",
    tag,
    summary: "What was learned of the subject areas, and how right it was",
    description:
      "Counts are of texts that were held back from learning. The newest version is in force, where it is `used`.",
    permission: "manage care",
    success: {
      status: 200,
      schema: named(
        "AreaModels",
        z.object({
          learning: z.boolean().meta({ description: "Whether it learns now, or is about to." }),
          versions: z.array(
            z.object({
              ...{ version: z.int(), trainedAt: momentSchema, dataHash: z.string(), used: z.boolean() },
              ...{ examples: z.int(), areas: z.int(), heldBack: z.int(), answered: z.int() },
              ...{ rightAnswers: z.int(), rightByWords: z.int() },
            }),
          ),
        }),
      ),
      says: "The newest first.",
    },
    async readAsMember({ community, services }) {
      const { database } = services.store;
      const [versions, learning] = await Promise.all([
        listAreaModels(database, community.id),
        areAreasLearned(database, community.id),
      ]);
      return fine({ learning, versions });
    },
  }),
  operation({
    id: "learnAreas",
    method: "post",
    path: "/communities/{slug}/care/area-models",
    tag,
    summary: "Have the machine learn now what the subject areas are about",
    description: "It takes seconds; the new version stands in the list of what was learned.",
    permission: "manage care",
    success: { status: 204, says: "Asked for; one that waits goes on." },
    refusals: ["areas-too-little", "areas-unchanged"],
    async change(tx, { actor }) {
      const asked = await learnAreasNow(tx, actor);
      return asked.ok ? done : asked;
    },
  }),
  operation({
    id: "undoCareSetting",
    method: "post",
    path: "/communities/{slug}/care/changes/{id}/undo",
    tag,
    summary: "Take back what one has just set",
    description:
      "A calendar, a team, a subject area, a promise, a group's ladder or one's own limits, within ten minutes.",
    permission: "limit how often one is asked",
    params: pathIdOf("change"),
    success: { status: 204, says: "It is as it was." },
    refusals: ["setting-undo-too-late", "setting-in-use"],
    async change(tx, { actor, params: { id } }) {
      const undone = await undoSetting(tx, actor, id);
      return undone.ok ? done : undone;
    },
  }),
];
