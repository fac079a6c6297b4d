import { searchesIn } from "./cases.ts";
import type { Catalogue } from "./catalogue.ts";

/** What one page of results holds. */
const fullPage = 20;

/**
 * Searches whose page is full, as lists are asked for full pages and questions for the same numbers of posts at both sizes: a search that finds
 * three questions among a thousand and twenty among ten thousand shows two different pages. Where none fills one, as among a few posts, any.
 */
export async function fullSearches(address: string, catalogue: Catalogue, pages: number): Promise<string[]> {
  const all = searchesIn(catalogue);
  const full: string[] = [];
  for (const search of all) {
    if (full.length === pages) break;
    const url = new URL(`/api/v1/communities/${catalogue.slug}/search`, address);
    url.searchParams.set("q", search);
    url.searchParams.set("limit", String(fullPage));
    const answer = await fetch(url);
    if (answer.status !== 200) throw new Error(`searching answered ${answer.status}`);
    const { results } = (await answer.json()) as { results: readonly unknown[] };
    if (results.length === fullPage) full.push(search);
  }
  return full.length > 0 ? full : all.slice(0, pages);
}
