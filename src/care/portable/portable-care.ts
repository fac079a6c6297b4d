import type { Portable } from "../../community/index.ts";
import { deskFiles } from "./desk-files.ts";
import { problemFiles } from "./problem-files.ts";

/** What the owner's id in some data is the id of. */
const ownerSpaces: Readonly<Record<string, string>> = {
  ...{ member: "member", solver: "member", peers: "group", team: "team" },
};

/** What an export carries of care: all that was set, and every problem with what became of it. */
export const portableCare: Portable = {
  files: [...deskFiles, ...problemFiles],
  subjects: {
    ...{ problem: "problem", calendar: "calendar", team: "team", area: "area" },
    ...{ "service-level": "service-level", macro: "macro" },
  },
  ids: {
    ...{ askerId: "member", solvedById: "member", signedById: "member" },
    ...{
      problemId: "problem",
      originalId: "problem",
      wasOriginalId: "problem",
      knownId: "problem",
      checkId: "check",
      noteId: "note",
    },
    ...{ areaId: "area", wasAreaId: "area", teamId: "team", wasTeamId: "team" },
    ownerId: ({ owner }) => ownerSpaces[String(owner)],
    wasOwnerId: ({ wasOwner }) => ownerSpaces[String(wasOwner)],
    otherId: (_data, subject) => (subject === "problem" ? "problem" : "question"),
  },
};
