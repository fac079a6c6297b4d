/** Offers the device's own time zone where none was chosen yet. */
export function offerOwnZone(): void {
  const select = document.querySelector<HTMLSelectElement>("[data-own-zone] select");
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (select && [...select.options].some(({ value }) => value === timeZone)) select.value = timeZone;
}
