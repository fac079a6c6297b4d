import type { PageContext } from "../page-context.ts";
import { buttonForm, csrfField, fieldError, formProblem, hidden, textField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import type { Html } from "../raw.tsx";
import { pathsOf, site } from "../url.ts";
import type { FormState } from "../view-models.ts";

export interface SessionView {
  id: string;
  /** What the browser calls itself, in short: "Firefox on Linux". */
  device: string;
  startedAt: Date;
  usedAt: Date;
  current: boolean;
}

export interface TokenView {
  id: number;
  name: string;
  community: { slug: string; name: string };
  /** Sentences, one a scope. */
  scopes: readonly string[];
  createdAt: Date;
  usedAt: Date | null;
}

export interface AccountView {
  email: string;
  hasPassword: boolean;
  sessions: readonly SessionView[];
  tokens: readonly TokenView[];
  /** The secret that was just made; shown once. */
  newToken: string | null;
  communities: readonly { slug: string; name: string; memberId: number }[];
  /** What a token may be allowed, with a sentence that says it. */
  scopes: readonly { value: string; label: string }[];
  passwordForm: FormState<{ current: ""; next: "" }>;
  tokenForm: FormState<{ name: string; community: string; scopes: readonly string[] }>;
}

/** `/account`. POSTs: /account/password {current, next}; /account/tokens {name, community, scopes…}; the buttons. */
export function accountPage(view: AccountView, context: PageContext): Html {
  const { t } = context;
  return layout(
    {
      title: t.account.title,
      canonical: null,
      main: (
        <div class="column sections">
          <header class="opening">
            <h1>{t.account.title}</h1>
            <p class="lead">{t.account.lead(view.email)}</p>
          </header>
          <Communities view={view} context={context} />
          <Sessions view={view} context={context} />
          <Password view={view} context={context} />
          {view.communities.length > 0 && <Tokens view={view} context={context} />}
        </div>
      ),
    },
    context,
  );
}

interface PartProps {
  view: AccountView;
  context: PageContext;
}

function Communities({ view, context }: PartProps) {
  if (view.communities.length === 0) return null;
  return (
    <section>
      <h2>{context.t.account.memberships}</h2>
      <ul class="links">
        {view.communities.map((community) => (
          <li>
            <a href={pathsOf(community.slug).home}>{community.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sessions({ view, context }: PartProps) {
  const { account } = context.t;
  const others = view.sessions.filter((session) => !session.current);
  return (
    <section>
      <h2>{account.sessions}</h2>
      <ul class="entries">
        {view.sessions.map((session) => (
          <li>
            <p>
              {session.device} {session.current && <strong>({account.sessionCurrent})</strong>}
              <span class="aside">
                {" "}
                {account.sessionSince(context.t.format.day(session.startedAt))},{" "}
                {account.sessionSeen(context.t.format.day(session.usedAt))}
              </span>
            </p>
            {!session.current && buttonForm(site.accountSessionEnd(session.id), account.sessionEnd, context)}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        buttonForm(site.accountSessionsEnd, account.sessionsEndOthers, context, "")
      ) : (
        <p class="hint">{account.sessionsOnlyThis}</p>
      )}
    </section>
  );
}

function Password({ view, context }: PartProps) {
  const { account } = context.t;
  const { errors } = view.passwordForm;
  return (
    <section>
      <h2>{account.password}</h2>
      {!view.hasPassword && <p class="hint">{account.passwordNone}</p>}
      <form class="stack" method="post" action={site.accountPassword}>
        {csrfField(context)}
        {formProblem(view.passwordForm, context)}
        {view.hasPassword &&
          textField(
            {
              name: "current",
              label: account.passwordCurrent,
              value: "",
              error: errors.current,
              type: "password",
              autocomplete: "current-password",
            },
            context,
          )}
        {textField(
          {
            name: "next",
            label: account.passwordNew,
            hint: account.passwordHint,
            value: "",
            error: errors.next,
            type: "password",
            autocomplete: "new-password",
            minlength: 10,
          },
          context,
        )}
        <button type="submit">{view.hasPassword ? account.passwordSave : account.passwordSet}</button>
      </form>
    </section>
  );
}

function Tokens({ view, context }: PartProps) {
  const { account } = context.t;
  return (
    <section id="tokens">
      <h2>{account.tokens}</h2>
      <p class="hint">{account.tokensHint}</p>
      {view.newToken && (
        <p class="secret" role="alert">
          <label for="new-token">{account.tokenCreated}</label>
          <input id="new-token" type="text" readonly value={view.newToken} />
        </p>
      )}
      {view.tokens.length === 0 ? (
        <p class="hint">{account.tokensEmpty}</p>
      ) : (
        <ul class="entries">
          {view.tokens.map((token) => (
            <li>
              <p>
                {token.name}{" "}
                <span class="aside">
                  {token.community.name} · {context.t.format.list(token.scopes)} ·{" "}
                  {token.usedAt
                    ? account.tokenUsed(context.t.format.ago(token.usedAt, context.now))
                    : account.tokenNeverUsed}
                </span>
              </p>
              {buttonForm(site.accountTokenRevoke(token.id), account.tokenRevoke, context)}
            </li>
          ))}
        </ul>
      )}
      <TokenForm view={view} context={context} />
    </section>
  );
}

function TokenForm({ view, context }: PartProps) {
  const { account } = context.t;
  const { values, errors } = view.tokenForm;
  const only = view.communities.length === 1 ? view.communities[0] : undefined;
  return (
    <form class="stack" method="post" action={site.accountTokens}>
      {csrfField(context)}
      {formProblem(view.tokenForm, context)}
      {textField(
        {
          name: "name",
          label: account.tokenName,
          value: values.name,
          error: errors.name,
          maxlength: 80,
          autocomplete: "off",
        },
        context,
      )}
      {only ? (
        hidden("community", only.slug)
      ) : (
        <div class="field">
          <label for="community">{account.tokenCommunity}</label>
          <select id="community" name="community">
            {view.communities.map((community) => (
              <option value={community.slug} selected={community.slug === values.community}>
                {community.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <fieldset class="field">
        <legend>{account.tokenScopes}</legend>
        {fieldError("scopes", errors.scopes)}
        {view.scopes.map((scope) => (
          <div class="choice">
            <input
              type="checkbox"
              name="scopes"
              id={`scope-${scope.value}`}
              value={scope.value}
              checked={values.scopes.includes(scope.value)}
            />
            <label for={`scope-${scope.value}`}>{scope.label}</label>
          </div>
        ))}
      </fieldset>
      <button type="submit">{account.tokenCreate}</button>
    </form>
  );
}
