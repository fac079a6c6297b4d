import type { Format } from "./format.ts";
import type { hoursEn, hoursNoticesEn } from "./hours-en.ts";

type Count = (n: number, one: string, other: string) => string;

/** Die eigenen Stunden, und die Summen für alle, die Betreuung planen. */
export function hoursDe(format: Format, count: Count): ReturnType<typeof hoursEn> {
  return {
    hours: {
      title: "Deine Stunden",
      lead: "Die Zeit, die du hier für andere verwendest, aus dem, was du tust, ohne Stundenzettel. Niemand sonst sieht diese Seite.",
      purposes: { solving: "Lösen", building: "Gemeinschaft aufbauen", connecting: "Menschen verbinden" },
      purposeHints: {
        solving: "Antworten, Notizen und was du am Desk mit Problemen tust",
        building: "Moderieren, Willkommen heißen, Gruppen und Einstellungen pflegen",
        connecting: "was du in Interessengruppen sagst, und wenn du jemanden erwähnst, der noch nicht dabei war",
      },
      whatFrom: "Woraus",
      total: "Zusammen",
      amount: (hours: number) => `${format.number(Math.round(hours * 10) / 10)} h`,
      minutes: (minutes: number) => `${format.number(minutes)} min`,
      week: (from: string, to: string) => `${from} bis ${to}`,
      weeks: "Wochen",
      before: "Die Woche davor",
      after: "Die Woche danach",
      thisWeek: "Diese Woche",
      zone: (zone: string) => `Die Zeiten sind die von ${zone}.`,
      zoneChange: "Zeitzone ändern",
      picture: (total: string) => `Deine Woche auf der Uhr: zusammen ${total}`,
      empty:
        "In dieser Woche ist nichts. Stunden entstehen, wenn du antwortest, kommentierst, moderierst oder am Desk bist.",
      span: (from: string, to: string) => `${from} bis ${to}`,
      sessions: (n: number) => count(n, "Sitzung", "Sitzungen"),
      ofSessions: (sessions: string, days: string) => `${sessions} in ${days}`,
      sevenDays: "sieben Tagen",
      corrected: "von dir gesagt",
      change: "Ändern",
      changeLabel: (when: string) => `Die Sitzung von ${when} ändern`,
      from: "Von",
      to: "Bis",
      purpose: "Wofür",
      save: "Speichern",
      remove: "Diese Sitzung löschen",
      corrections: "Was du gesagt hast",
      correctionsLead: "Dein Wort gilt vor dem, was aus dem Protokoll gelesen wurde, solange du es stehen lässt.",
      saidOf: (was: string, is: string) => `${was}: ${is}`,
      deleted: "gelöscht",
      takeBack: "Zurücknehmen",
      final: "Vergessen; das kommt nicht wieder.",
      how: "Wie das gezählt wird",
      howLines: (pause: number, words: number, click: number) => [
        `Eine Sitzung geht von einem, was du tust, zum nächsten. Eine Pause von mehr als ${count(pause, "Minute", "Minuten")} beendet sie und zählt nicht.`,
        `Was nur eine Spur hinterlässt, zählt ${count(words, "Minute", "Minuten")}, wo Worte geschrieben wurden, und ${count(click, "Minute", "Minuten")}, wo es ein Klick war.`,
        "Am Desk zählt auch, wenn du auf der Seite eines Problems blätterst, tippst oder zeigst; eine Seite, die nur offen bleibt, zählt nicht. Anderswo wird nur angesehen, was du tust: niemandes Lesen wird gezählt.",
        "Was du löschst, ist nach einem Tag vergessen. Alles ist es nach 400 Tagen.",
      ],
      whoSees: (people: number) =>
        `Wer Betreuung plant, sieht Summen nach Zweck, Team und Woche, und nur die von mindestens ${count(people, "Person", "Personen")}.`,
      exportLabel: "Diese Woche für Programme (JSON)",
      sums: "Stunden",
      sumsLead: "Wofür Zeit verwendet wurde, nach Zweck, Team und Woche. Einzelne Sitzungen stehen hier nicht.",
      sumsHow: (people: number) =>
        `Eine Gruppe steht hier, wo in der Woche mindestens ${count(people, "Person", "Personen")} gearbeitet haben und für jeden Zweck so viele oder niemand; kleinere sind zusammengefasst.`,
      sumsEmpty:
        "Noch sind keine Stunden bekannt. Sie entstehen, wenn Menschen antworten, moderieren und am Desk sind.",
      tooFew: "zu wenige Personen, um etwas zu sagen",
      unfinished: "noch nicht vorbei",
      lastWeeks: (n: number) => (n === 1 ? "Die letzte Woche" : `Die letzten ${format.number(n)} Wochen`),
      window: "Wie weit zurück",
      weekOf: (day: string) => `Woche vom ${day}`,
      groups: { members: "Mitglieder ohne Team", others: "Übrige Teams zusammen", everybody: "Alle" },
      group: "Team",
      people: "Personen",
      weekHead: "Woche",
      apart: "zu wenige, um es zu trennen",
      chart: "Stunden nach Woche und Zweck",
      told: (told: number, all: number) => `Gezeigt für ${format.number(told)} von ${count(all, "Woche", "Wochen")}.`,
      sumsTable: "Nach Woche und Team",
      own: "Deine eigenen Stunden",
    },
  };
}

/** Was eben mit den Stunden geschah. */
export const hoursNoticesDe: typeof hoursNoticesEn = {
  hoursCorrected: "Deine Stunden sind geändert.",
  hoursDeleted: "Die Sitzung ist gelöscht. Nach einem Tag ist sie vergessen.",
  hoursTakenBack: "Was du gesagt hattest, ist zurückgenommen.",
};
