import type { PageContext } from "../page-context.ts";
import type { Html, Part } from "../raw.tsx";
import { layout } from "./layout.tsx";
import { carePathsHere, pathsHere } from "./small.tsx";

/** The rooms of the administration; a reader sees those that their role opens. */
export type AdminSection =
  | "overview"
  | "community"
  | "members"
  | "groups"
  | "care"
  | "search"
  | "jobs"
  | "events"
  | "outbox";

/** Every page of the administration has this. */
export interface AdminFrame {
  sections: readonly AdminSection[];
}

export interface AdminPageParts {
  section: AdminSection;
  title: string;
  lead?: string;
  main: Part;
}

/** The frame of the administration: its own navigation, and room for tables. */
export function adminLayout(parts: AdminPageParts, frame: AdminFrame, context: PageContext): Html {
  const { admin } = context.t;
  const paths = pathsHere(context);
  const addresses: Record<AdminSection, string> = {
    overview: paths.admin,
    community: paths.adminCommunity,
    members: paths.adminMembers,
    groups: paths.adminGroups,
    care: carePathsHere(context).care,
    search: paths.adminSearch,
    jobs: paths.adminJobs,
    events: paths.adminEvents,
    outbox: paths.adminOutbox,
  };
  return layout(
    {
      title: parts.title === admin.title ? admin.title : `${parts.title} · ${admin.title}`,
      canonical: null,
      main: (
        <>
          <p class="crumbs">{admin.title}</p>
          <nav class="tabs" aria-label={admin.sections}>
            {frame.sections.map((section) => (
              <a href={addresses[section]} aria-current={section === parts.section ? "page" : undefined}>
                {admin.nav[section]}
              </a>
            ))}
          </nav>
          <header class="opening">
            <h1>{parts.title}</h1>
            {parts.lead && <p class="lead">{parts.lead}</p>}
          </header>
          <div class="sections">{parts.main}</div>
        </>
      ),
    },
    context,
  );
}

interface TableProps {
  label: string;
  head: readonly string[];
  rows: readonly (readonly Part[])[];
}

/** A table that scrolls by itself where the screen is narrower; its first column heads the rows. */
export function Table({ label, head, rows }: TableProps) {
  return (
    <section class="table" tabindex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is known of one thing: names with their values. */
export function Facts({ facts }: { facts: readonly (readonly [string, Part])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
