import type { Format } from "./format.ts";

type Count = (n: number, one: string, other: string) => string;

/** One's own hours, and the sums that care managers see. */
export function hoursEn(format: Format, count: Count) {
  return {
    hours: {
      title: "Your hours",
      lead: "The time you spend here for others, made of what you do and without a time sheet. Nobody else sees this page.",
      purposes: { solving: "Solving", building: "Building the community", connecting: "Connecting people" },
      purposeHints: {
        solving: "answers, notes, and whatever you do with problems at the desk",
        building: "moderating, welcoming, looking after groups and settings",
        connecting: "what you say in groups of interest, and introductions: mentioning somebody who was not there yet",
      },
      whatFrom: "From what",
      total: "In all",
      amount: (hours: number) => `${format.number(Math.round(hours * 10) / 10)} h`,
      minutes: (minutes: number) => `${format.number(minutes)} min`,
      week: (from: string, to: string) => `${from} to ${to}`,
      weeks: "Weeks",
      before: "The week before",
      after: "The week after",
      thisWeek: "This week",
      zone: (zone: string) => `Times are those of ${zone}.`,
      zoneChange: "Change the time zone",
      picture: (total: string) => `Your week on the clock: ${total} in all`,
      empty: "Nothing in this week. Hours appear when you answer, comment, moderate or work at the desk.",
      span: (from: string, to: string) => `${from} to ${to}`,
      sessions: (n: number) => count(n, "session", "sessions"),
      ofSessions: (sessions: string, days: string) => `${sessions} within ${days}`,
      sevenDays: "seven days",
      corrected: "said by you",
      change: "Change",
      changeLabel: (when: string) => `Change the session of ${when}`,
      from: "From",
      to: "To",
      purpose: "What for",
      save: "Save",
      remove: "Delete this session",
      corrections: "What you said",
      correctionsLead: "Your word holds over what was read from the log, for as long as you leave it.",
      saidOf: (was: string, is: string) => `${was}: ${is}`,
      deleted: "deleted",
      takeBack: "Take back",
      final: "Forgotten; it cannot come back.",
      how: "How this is counted",
      howLines: (pause: number, words: number, click: number) => [
        `A session goes from one thing you do to the next. A pause of more than ${count(pause, "minute", "minutes")} ends it and is not counted.`,
        `What leaves only one mark counts for ${count(words, "minute", "minutes")} where words were written and for ${count(click, "minute", "minutes")} where it was a click.`,
        "At the desk, scrolling, typing and pointing on a problem's page counts too; a page that merely stays open does not. Elsewhere nothing but what you do is looked at: nobody's reading is counted.",
        "What you delete is forgotten after a day. Everything is, after 400 days.",
      ],
      whoSees: (people: number) =>
        `Care managers see sums by purpose, team and week, and only of ${count(people, "person", "people")} or more.`,
      exportLabel: "This week for programs (JSON)",
      sums: "Hours",
      sumsLead: "What time went to, by purpose, team and week. Nobody's own sessions are shown.",
      sumsHow: (people: number) =>
        `A group is shown where at least ${count(people, "person", "people")} worked in that week, and each purpose had that many or nobody; smaller ones are taken together.`,
      sumsEmpty: "Nobody's hours are known yet. They appear when people answer, moderate and work at the desk.",
      tooFew: "too few people to tell",
      unfinished: "not over yet",
      lastWeeks: (n: number) => `The last ${count(n, "week", "weeks")}`,
      window: "How far back",
      weekOf: (day: string) => `Week of ${day}`,
      groups: { members: "Members of no team", others: "Other teams together", everybody: "Everybody" },
      group: "Team",
      people: "People",
      weekHead: "Week",
      apart: "too few to tell apart",
      chart: "Hours by week and purpose",
      told: (told: number, all: number) => `Shown for ${format.number(told)} of ${count(all, "week", "weeks")}.`,
      sumsTable: "By week and team",
      own: "Your own hours",
    },
  };
}

/** What was just done to one's hours. */
export const hoursNoticesEn = {
  hoursCorrected: "Your hours are changed.",
  hoursDeleted: "The session is deleted. It is forgotten after a day.",
  hoursTakenBack: "What you had said is taken back.",
};
