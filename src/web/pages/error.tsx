import type { PageContext } from "../page-context.ts";
import { layout } from "../parts/layout.tsx";
import type { Html } from "../raw.tsx";
import { pathsOf, site, withQuery } from "../url.ts";

/** What can go wrong, as far as a page is concerned. */
export type ErrorKind =
  | "notFound"
  | "forbidden"
  | "signInFirst"
  | "gone"
  | "conflict"
  | "tooMany"
  | "expired"
  | "invalid"
  | "failed";

export interface ErrorView {
  kind: ErrorKind;
  /** What happened and what to do, when the refusal knows it better than this kind's own words. */
  message?: string;
  next?: string;
  /** For `tooMany`. */
  retryAfterSeconds?: number;
  /** The request's id, for `failed`. */
  reference?: string;
  /** The page the form stood on, to go back to; a path of this site. */
  back?: string | null;
  /** Whether a form with texts was sent: then the page says that they are kept. */
  posted?: boolean;
}

const kinds: Record<number, ErrorKind> = {
  401: "signInFirst",
  403: "forbidden",
  404: "notFound",
  409: "conflict",
  410: "gone",
  422: "invalid",
  429: "tooMany",
};

/** Which page a status is shown with. */
export function errorKind(status: number): ErrorKind {
  return kinds[status] ?? (status >= 400 && status < 500 ? "invalid" : "failed");
}

/** What happened, what was kept, what to do. */
export function errorPage(view: ErrorView, context: PageContext): Html {
  const { errors } = context.t;
  const words = errors[view.kind];
  const next =
    view.kind === "tooMany" ? errors.tooMany.next(Math.max(1, Math.ceil(view.retryAfterSeconds ?? 60))) : words.next;
  return layout(
    {
      title: words.title,
      canonical: null,
      shape: "narrow",
      keepDrafts: true,
      main: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{view.message ?? words.happened}</p>
          <p>
            {view.posted ? errors.kept : errors.nothingLost} {view.next ?? (next as string)}
          </p>
          {view.reference && <p class="hint">{errors.reference(view.reference)}</p>}
          <Ways view={view} context={context} />
        </>
      ),
    },
    context,
  );
}

function Ways({ view, context }: { view: ErrorView; context: PageContext }) {
  const { t, community, path } = context;
  const paths = community && pathsOf(community.slug);
  return (
    <p class="buttons">
      {view.kind === "signInFirst" && (
        <a class="button primary" href={withQuery(site.signIn, { to: path })}>
          {t.header.signIn}
        </a>
      )}
      {paths && (view.kind === "notFound" || view.kind === "gone") && (
        <a class="button primary" href={paths.search}>
          {t.header.searchLabel}
        </a>
      )}
      {view.kind === "failed" && !view.posted && (
        <a class="button primary" href={path}>
          {t.errors.tryAgain}
        </a>
      )}
      {view.back && (
        <a class="button" href={view.back}>
          {t.errors.back}
        </a>
      )}
      <a class="button" href={paths?.home ?? site.landing}>
        {t.errors.backHome}
      </a>
    </p>
  );
}
