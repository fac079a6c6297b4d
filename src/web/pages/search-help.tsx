import { operatorText } from "../../search/index.ts";
import type { PageContext } from "../page-context.ts";
import { icons } from "../parts/icons.tsx";
import { pathsHere } from "../parts/small.tsx";
import { type Html, html, literal } from "../raw.tsx";
import { withQuery } from "../url.ts";

/** Things of this community that the examples name, so that each of them leads somewhere. */
export interface SearchExamples {
  tag: string | null;
  /** A group's slug. */
  group: string | null;
  /** The reader's own name. */
  name: string | null;
}

/** What can be typed besides words, each example a link. */
export function howToSearch(examples: SearchExamples, open: boolean, context: PageContext): Html {
  const { search } = context.t;
  const paths = pathsHere(context);
  const all: readonly (readonly [string | null, string])[] = [
    [examples.tag && operatorText("tag", examples.tag), search.howTag],
    [examples.group && operatorText("group", examples.group), search.howGroup],
    [examples.name && operatorText("by", examples.name), search.howBy],
    ["is:solved", search.howState],
    [`"${search.howExampleWords}"`, search.howPhrase],
    [search.howExampleWithout, search.howWithout],
  ];
  return html`<details class="how"${open && literal` open`}><summary>${search.how}${icons.more}</summary><p class="hint">${search.howLead}</p><dl>${all.map(
    ([typed, meaning]) =>
      typed &&
      html`<div><dt><a href="${withQuery(paths.search, { q: typed })}" data-swap><code>${typed}</code></a></dt><dd>${meaning}</dd></div>`,
  )}</dl></details>`;
}
