import { messagesByLocale } from "../messages/index.ts";
import type { PageContext, Theme } from "../page-context.ts";
import { type Choice, choiceField, csrfField, hidden } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { type Html, html } from "../raw.tsx";
import { site } from "../url.ts";

/** The languages to choose from; the first leaves it to the browser. */
export function languageOptions(context: PageContext): Choice[] {
  const languages = Object.entries(messagesByLocale).map(([value, t]) => ({ value, label: t.language }));
  return [{ value: "", label: context.t.preferences.languageAuto }, ...languages];
}

export function themeOptions(context: PageContext): Choice[] {
  const themes: readonly Theme[] = ["auto", "light", "dark"];
  return themes.map((value) => ({ value, label: context.t.preferences.themes[value] }));
}

export interface PreferencesView {
  /** Empty: as the browser says. */
  locale: string;
  theme: Theme;
  to: string;
}

/** `/preferences?to=`: language and colours for everybody, signed in or not. POST {locale, theme, to}. */
export function preferencesPage(view: PreferencesView, context: PageContext): Html {
  const { t } = context;
  return layout(
    {
      title: t.preferences.title,
      canonical: site.preferences,
      shape: "narrow",
      main: html`<h1>${t.preferences.title}</h1><form method="post" action="${site.preferences}">${csrfField(context)}${hidden("to", view.to)}${choiceField({ name: "locale", legend: t.preferences.language, value: view.locale, choices: languageOptions(context) })}${choiceField({ name: "theme", legend: t.preferences.theme, value: view.theme, choices: themeOptions(context) })}<button class="primary">${t.common.save}</button></form>`,
    },
    context,
  );
}
