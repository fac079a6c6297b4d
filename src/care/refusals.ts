import { refusal } from "../kernel/index.ts";

/** Refusals that several verbs of this room give. */
export const problemMissing = refusal(
  "missing",
  "problem-missing",
  "There is no such problem.",
  "Go back to the queue and look at it anew.",
);
export const problemOver = refusal(
  "conflict",
  "problem-over",
  "This problem is over.",
  "Whoever asked can reopen it; for something new, open a new one.",
);
export const problemNotOver = refusal(
  "conflict",
  "problem-not-over",
  "This problem is not over, so there is nothing to reopen.",
  "Say what is new in its conversation.",
);
export const areaMissing = refusal(
  "missing",
  "area-missing",
  "There is no such subject area.",
  "Choose one of the community's areas.",
);
export const teamMissing = refusal(
  "missing",
  "team-missing",
  "There is no such team.",
  "Choose one of the community's teams.",
);
export const calendarMissing = refusal(
  "missing",
  "calendar-missing",
  "There is no such calendar.",
  "Choose one of the community's calendars, or make one.",
);
export const notASolver = refusal(
  "conflict",
  "not-a-solver",
  "This member is no solver, so they cannot have a problem of the desk.",
  "Choose a solver, or ask an administrator to make them one.",
);
export const receiverAway = refusal(
  "conflict",
  "receiver-away",
  "This solver is away, and would not see it in time.",
  "Choose somebody who is there, or a team; where solvers are chosen, those who are away say until when.",
);
export const titleNeeded = refusal(
  "invalid",
  "problem-title-needed",
  "The problem needs a title.",
  "Say in one line what it is about.",
  { title: "The problem needs a title." },
);
export const timeZoneUnknown = refusal(
  "invalid",
  "time-zone-unknown",
  "There is no such time zone.",
  "Choose one such as Europe/Vienna.",
  { timeZone: "There is no such time zone." },
);
export const problemTaken = refusal(
  "conflict",
  "problem-taken",
  "Somebody else took this problem.",
  "Take the next one, or ask them to hand it over.",
);
