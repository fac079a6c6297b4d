/** Tells the desk that somebody works on a problem: for their own hours, and only while they do something on its page. */

const everyMs = 60_000;

export function tellActive(): void {
  const address = document.querySelector<HTMLElement>("main [data-active]")?.dataset.active;
  if (!address) return;
  let told = 0;
  let later: number | undefined;
  const tell = () => {
    window.clearTimeout(later);
    later = undefined;
    told = Date.now();
    const csrf = document.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
    const body = new URLSearchParams({ csrf });
    void fetch(address, { method: "POST", body, keepalive: true }).catch(() => {});
  };
  // Once a minute at most; what happens within that minute is told at its end, or when the page goes.
  const active = () => {
    const wait = told + everyMs - Date.now();
    if (wait <= 0) tell();
    else later ??= window.setTimeout(tell, wait);
  };
  for (const sign of ["pointermove", "pointerdown", "keydown", "input", "wheel", "scroll"])
    document.addEventListener(sign, active, { passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && later !== undefined) tell();
  });
}
