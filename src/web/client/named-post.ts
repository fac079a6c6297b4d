/**
 * Leads to the page of answers that has the post which the address names, where this one has not: what links to an answer does not always
 * know on which page it stands.
 */
export function goToNamedPost(): void {
  const [, id] = /^#(?:answer|comment)-(\d+)$/.exec(location.hash) ?? [];
  if (id === undefined || document.getElementById(location.hash.slice(1))) return;
  const isSought = new URLSearchParams(location.search).has("post");
  if (isSought || !document.querySelector("#answers .pager")) return;
  location.replace(`${location.pathname}?post=${id}${location.hash}`);
}
