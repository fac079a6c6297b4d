/**
 * Arrow keys lead from a search box into its list and through it; upwards from the first row, back into the box. The form names its
 * list in `data-walk`.
 */
export function walkLists(): void {
  document.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    const at = event.target as HTMLElement;
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-walk]")) {
      const box = form.querySelector<HTMLInputElement>("input:not([type=hidden])");
      const list = form.querySelector(form.dataset.walk ?? "") ?? document.querySelector(form.dataset.walk ?? "");
      const rows = [...(list?.querySelectorAll<HTMLElement>(".row-title") ?? [])].filter((row) =>
        row.checkVisibility(),
      );
      const place = at === box ? -1 : rows.indexOf(at);
      if ((place < 0 && at !== box) || (at === box && by < 0)) continue;
      const next = place + by < 0 ? box : rows[place + by];
      if (!next) continue;
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
      return;
    }
  });
}
