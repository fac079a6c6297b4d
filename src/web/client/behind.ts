/** With this the server knows that nobody sees the page as such: it tells what was just done to the page that comes next (visit.ts). */
export const behind: Readonly<Record<string, string>> = { accept: "text/html", "kith-behind": "1" };

/** Fetches a page that is read, and not gone to; undefined where it does not come. */
export function fetchBehind(address: string): Promise<Response | undefined> {
  return fetch(address, { headers: behind }).catch(() => undefined);
}
