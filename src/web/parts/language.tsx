import { languagesToChoose } from "../../text/index.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, nothing } from "../raw.tsx";
import { type Choice, selectField } from "./forms.tsx";

/**
 * Tells a screen reader, a hyphenator and a translator in which language somebody wrote what follows, where it is not the page's own
 * (WCAG 2.2, success criterion 3.1.2). Goes into a tag.
 */
export function inLanguage(language: string | null, { locale }: PageContext): Html {
  return language === null || language === locale ? nothing : html` lang="${language}"`;
}

const byName = new Map<string, readonly Choice[]>();

/** The languages by their names, in the order of the reader's alphabet. */
function choices({ locale, t }: PageContext): readonly Choice[] {
  const known = byName.get(locale);
  if (known) return known;
  const alphabet = new Intl.Collator(locale);
  const made = languagesToChoose
    .map((value) => ({ value, label: t.format.language(value) }))
    .sort((a, b) => alphabet.compare(a.label, b.label));
  byName.set(locale, made);
  return made;
}

/**
 * In which language a question is: its words tell, unless somebody chooses. One that is seldom chosen stands there where it was.
 * `hint` speaks to the asker, unless it is given.
 */
export function languageField(
  value: string,
  error: string | undefined,
  context: PageContext,
  hint: string = context.t.writtenIn.hint,
): Html {
  const { writtenIn, format } = context.t;
  const listed = choices(context);
  const seldom =
    value === "" || listed.some((one) => one.value === value) ? [] : [{ value, label: format.language(value) }];
  const options = [{ value: "", label: writtenIn.byText }, ...listed, ...seldom];
  return selectField({ name: "language", label: writtenIn.label, hint, value, error, options }, context);
}
