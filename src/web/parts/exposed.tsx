import type { PersonalDataKind } from "../../text/index.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, nothing } from "../raw.tsx";
import type { ExposedView } from "../view-models.ts";
import { buttonForm } from "./forms.tsx";
import { icons } from "./icons.tsx";

/** Below a post with something in it that looks like personal data: what it is, and one press that takes it out. */
export function exposedNotice(view: ExposedView | null, mask: string, keep: string, context: PageContext): Html {
  if (!view) return nothing;
  const { exposed } = context.t;
  const about = view.own ? exposed.own : exposed.others;
  return html`<div class="exposed" role="note"><p>${icons.note}${exposed.looksLike(named(view.kinds, context))} ${about}</p><div class="acts">${buttonForm(mask, exposed.mask, context, "")}${buttonForm(keep, exposed.keep, context)}</div></div>`;
}

/** The same while it is being written, when nobody but the writer has seen it. */
export function exposedHint(kinds: readonly PersonalDataKind[], context: PageContext): Html {
  if (kinds.length === 0) return nothing;
  const { exposed } = context.t;
  return html`<p class="exposed" role="note">${icons.note}${exposed.looksLike(named(kinds, context))} ${exposed.whileWriting}</p>`;
}

function named(kinds: readonly PersonalDataKind[], context: PageContext): string {
  const { exposed, locale } = { ...context.t, locale: context.locale };
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(kinds.map((kind) => exposed.kinds[kind]));
}
