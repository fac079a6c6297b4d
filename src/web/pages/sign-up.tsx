import type { PageContext } from "../page-context.ts";
import { csrfField, formProblem, hidden, textField, writingField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { type Html, html } from "../raw.tsx";
import { site, withQuery } from "../url.ts";
import type { FormState } from "../view-models.ts";

export interface SignUpView {
  form: FormState<{ name: string; email: string; password: "" }>;
  to: string;
}

/** `/sign-up?to=`. POST {name, email, password, to}. */
export function signUpPage(view: SignUpView, context: PageContext): Html {
  const { t } = context;
  const { values, errors } = view.form;
  return layout(
    {
      title: t.signUp.title,
      description: t.signUp.lead,
      canonical: site.signUp,
      shape: "narrow",
      keepDrafts: true,
      main: html`<h1>${t.signUp.title}</h1><p class="lead">${t.signUp.lead}</p><form method="post" action="${site.signUp}">${csrfField(context)}${hidden("to", view.to)}${formProblem(view.form, context)}${textField(
        {
          name: "name",
          label: t.signUp.name,
          hint: t.signUp.nameHint,
          value: values.name,
          error: errors.name,
          maxlength: 80,
          autocomplete: "nickname",
        },
        context,
      )}${textField(
        {
          name: "email",
          label: t.signUp.email,
          hint: t.signUp.emailHint,
          value: values.email,
          error: errors.email,
          type: "email",
          autocomplete: "username",
          spellcheck: false,
        },
        context,
      )}${textField(
        {
          name: "password",
          label: t.signUp.password,
          hint: t.signUp.passwordHint,
          value: "",
          error: errors.password,
          type: "password",
          autocomplete: "new-password",
          minlength: 10,
          optional: true,
        },
        context,
      )}<button class="primary">${t.signUp.submit}</button></form><p class="invite">${t.signUp.haveAccount} <a href="${withQuery(site.signIn, { to: view.to })}">${t.signIn.title}</a></p>`,
    },
    context,
  );
}

export interface SetUpFields {
  communityName: string;
  communitySlug: string;
  communityDescription: string;
  name: string;
  email: string;
  password: "";
}

/** `/set-up?token=`: works once. POST {token, communityName, communitySlug, communityDescription, name, email, password}. */
export function setUpPage(view: { token: string; form: FormState<SetUpFields> }, context: PageContext): Html {
  const { t } = context;
  const { values, errors } = view.form;
  return layout(
    {
      title: t.setUp.title,
      canonical: null,
      shape: "narrow",
      nobodyYet: true,
      main: html`<h1>${t.setUp.title}</h1><p class="lead">${t.setUp.lead}</p><form method="post" action="${site.setUp}">${csrfField(context)}${hidden("token", view.token)}${formProblem(view.form, context)}<h2>${t.setUp.community}</h2>${textField(
        {
          name: "communityName",
          label: t.setUp.communityName,
          value: values.communityName,
          error: errors.communityName,
          maxlength: 80,
          autocomplete: "off",
        },
        context,
      )}${textField(
        {
          name: "communitySlug",
          label: t.setUp.communitySlug,
          hint: t.setUp.communitySlugHint,
          value: values.communitySlug,
          error: errors.communitySlug,
          maxlength: 60,
          pattern: "[a-z0-9]+(-[a-z0-9]+)*",
          spellcheck: false,
          autocomplete: "off",
        },
        context,
      )}${writingField(
        {
          name: "communityDescription",
          label: t.setUp.communityDescription,
          hint: t.setUp.communityDescriptionHint,
          value: values.communityDescription,
          error: errors.communityDescription,
          rows: 3,
          maxlength: 300,
          optional: true,
        },
        context,
      )}<h2>${t.setUp.you}</h2>${textField(
        {
          name: "name",
          label: t.setUp.name,
          value: values.name,
          error: errors.name,
          maxlength: 80,
          autocomplete: "name",
        },
        context,
      )}${textField(
        {
          name: "email",
          label: t.setUp.email,
          value: values.email,
          error: errors.email,
          type: "email",
          autocomplete: "username",
          spellcheck: false,
        },
        context,
      )}${textField(
        {
          name: "password",
          label: t.setUp.password,
          hint: t.setUp.passwordHint,
          value: "",
          error: errors.password,
          type: "password",
          autocomplete: "new-password",
          minlength: 10,
        },
        context,
      )}<button class="primary">${t.setUp.submit}</button></form>`,
    },
    context,
  );
}

/** The set-up link was used already. */
export function setUpDonePage(context: PageContext): Html {
  const { t } = context;
  return layout(
    {
      title: t.setUp.usedTitle,
      canonical: null,
      shape: "narrow",
      main: html`<h1>${t.setUp.usedTitle}</h1><p class="lead">${t.setUp.usedBody}</p><p class="buttons"><a class="button primary" href="${site.signIn}">${t.signIn.title}</a><a class="button" href="${site.landing}">${t.errors.backHome}</a></p>`,
    },
    context,
  );
}
