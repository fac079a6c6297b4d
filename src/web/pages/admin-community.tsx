import { messagesByLocale } from "../messages/index.ts";
import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout } from "../parts/admin.tsx";
import { csrfField, formProblem, selectField, textField, writingField } from "../parts/forms.tsx";
import { pathsHere } from "../parts/small.tsx";
import type { Html } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

/** Colours as typed: `#rrggbb`, or empty. */
export interface CommunityFormFields {
  name: string;
  description: string;
  locale: string;
  colourAccent: string;
  colourPaper: string;
}

export interface AdminCommunityView extends AdminFrame {
  form: FormState<CommunityFormFields>;
}

/** `/c/{slug}/admin/community`: what the community says of itself, and its two colours. POST {name, description, locale, colours}. */
export function adminCommunityPage(view: AdminCommunityView, context: PageContext): Html {
  const { admin, common } = context.t;
  const words = admin.community;
  const { values, errors } = view.form;
  const languages = Object.entries(messagesByLocale).map(([value, t]) => ({ value, label: t.language }));
  const colour = (name: "colourAccent" | "colourPaper", label: string) =>
    textField(
      {
        ...{ name, label, hint: words.colourHint, value: values[name], error: errors[name] },
        ...{ maxlength: 7, pattern: "#[0-9A-Fa-f]{6}", optional: true, spellcheck: false, autocomplete: "off" },
      },
      context,
    );
  const main = (
    <form class="stack" method="post" action={pathsHere(context).adminCommunity} data-draft-form>
      {csrfField(context)}
      {formProblem(view.form, context)}
      {textField(
        { name: "name", label: words.name, value: values.name, error: errors.name, maxlength: 80, autocomplete: "off" },
        context,
      )}
      {writingField(
        {
          ...{ name: "description", label: words.description, value: values.description, error: errors.description },
          ...{ rows: 3, maxlength: 1000, optional: true },
        },
        context,
      )}
      {selectField({ name: "locale", label: words.locale, value: values.locale, options: languages }, context)}
      {colour("colourAccent", words.accent)}
      {colour("colourPaper", words.paper)}
      <p class="buttons">
        <button type="submit" class="primary">
          {common.save}
        </button>
      </p>
    </form>
  );
  return adminLayout({ section: "community", title: words.title, main }, view, context);
}
