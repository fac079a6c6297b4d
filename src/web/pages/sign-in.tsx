import type { PageContext } from "../page-context.ts";
import { csrfField, formProblem, hidden, textField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { type Html, html } from "../raw.tsx";
import { site, withQuery } from "../url.ts";
import type { FormState } from "../view-models.ts";

export interface SignInView {
  /** `password` is never given back. The problem sentence says what was wrong, without saying which half. */
  form: FormState<{ email: string; password: "" }>;
  /** A path of this site (url.ts, localPath), travels along as the field `to`. */
  to: string;
  /** Whether people may join on their own. */
  mayJoin: boolean;
}

/** `/sign-in?to=`: POST /sign-in {email, password, to}; POST /sign-in/link {email, to} mails a link. */
export function signInPage(view: SignInView, context: PageContext): Html {
  const { t } = context;
  const { form } = view;
  const email = {
    name: "email",
    label: t.signIn.email,
    value: form.values.email,
    error: form.errors.email,
    type: "email",
    autocomplete: "username",
    spellcheck: false,
  } as const;
  return layout(
    {
      title: t.signIn.title,
      canonical: site.signIn,
      shape: "narrow",
      keepDrafts: true,
      main: html`<h1>${t.signIn.title}</h1><form method="post" action="${site.signIn}">${csrfField(context)}${hidden("to", view.to)}${formProblem(form, context)}${textField(email, context)}${textField(
        {
          name: "password",
          label: t.signIn.password,
          value: "",
          error: form.errors.password,
          type: "password",
          autocomplete: "current-password",
          optional: false,
        },
        context,
      )}<p class="buttons"><button class="primary">${t.signIn.submit}</button><button formaction="${site.signInWithLink}" formnovalidate>${t.signIn.sendLink}</button></p><p class="hint">${t.signIn.linkHint}</p></form>${
        view.mayJoin &&
        html`<p class="invite">${t.signIn.noAccount} <a href="${withQuery(site.signUp, { to: view.to })}">${t.signIn.join}</a></p>`
      }`,
    },
    context,
  );
}

/** `/sign-in/sent`: after asking for a link; says the same whether the address is known or not. */
export function linkSentPage(view: { email: string; to: string }, context: PageContext): Html {
  const { t } = context;
  return layout(
    {
      title: t.signIn.sentTitle,
      canonical: null,
      shape: "narrow",
      keepDrafts: true,
      main: html`<h1>${t.signIn.sentTitle}</h1><p class="lead">${t.signIn.sentBody(view.email)}</p><p>${t.signIn.sentNext}</p><form method="post" action="${site.signInWithLink}">${csrfField(context)}${hidden("to", view.to)}${hidden("email", view.email)}<button>${t.signIn.sendAgain}</button></form>`,
    },
    context,
  );
}

/** `GET /sign-in/by-link?token=&to=`: a button, so that mail programs that open links do not use the link up. POSTs {token, to}. */
export function byLinkPage(view: { token: string; to: string }, context: PageContext): Html {
  const { t } = context;
  return layout(
    {
      title: t.signIn.byLinkTitle,
      canonical: null,
      shape: "narrow",
      keepDrafts: true,
      main: html`<h1>${t.signIn.byLinkTitle}</h1><p class="lead">${t.signIn.byLinkBody}</p><form method="post" action="${site.signInByLink}">${csrfField(context)}${hidden("token", view.token)}${hidden("to", view.to)}<button class="primary">${t.signIn.byLinkButton}</button></form>`,
    },
    context,
  );
}

/** The link was used already or is too old. */
export function oldLinkPage(view: { to: string }, context: PageContext): Html {
  const { t } = context;
  return layout(
    {
      title: t.signIn.linkOldTitle,
      canonical: null,
      shape: "narrow",
      keepDrafts: true,
      main: html`<h1>${t.signIn.linkOldTitle}</h1><p class="lead">${t.signIn.linkOldBody}</p><p><a class="button primary" href="${withQuery(site.signIn, { to: view.to === site.landing ? null : view.to })}">${t.signIn.sendAgain}</a></p>`,
    },
    context,
  );
}
