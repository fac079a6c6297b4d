/** Keeps "3 h ago" true while the page stays open, and says the exact time when one points at it. */

const language = document.documentElement.lang;

// Formatters are slow to make, and most pages are left before one is needed.
let relativeKept: Intl.RelativeTimeFormat | undefined;
let exactKept: Intl.DateTimeFormat | undefined;
const relative = () => (relativeKept ??= new Intl.RelativeTimeFormat(language, { style: "short" }));
const exact = () => (exactKept ??= new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }));
const steps = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

export function showTimes(): void {
  for (const time of document.querySelectorAll("time")) {
    const age = Date.now() - Date.parse(time.dateTime);
    const step = steps.find(([, ms]) => age >= ms);
    if (step && age < 30 * 86_400_000) time.textContent = relative().format(-Math.floor(age / step[1]), step[0]);
  }
}

export function keepTimes(): void {
  window.setInterval(showTimes, 60_000);
  document.addEventListener("pointerover", (event) => {
    if (event.target instanceof HTMLTimeElement) event.target.title = exact().format(Date.parse(event.target.dateTime));
  });
}
