import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout } from "../parts/admin.tsx";
import { csrfField } from "../parts/forms.tsx";
import { emptyState, pager, pathsHere, person } from "../parts/small.tsx";
import type { Html } from "../raw.tsx";
import { withQuery } from "../url.ts";
import type { PersonRef } from "../view-models.ts";

export interface AdminMember {
  member: PersonRef & { memberId: number };
  /** Besides `member`. */
  roles: readonly string[];
  joinedAt: Date;
}

export interface AdminMembersView extends AdminFrame {
  query: string;
  members: readonly AdminMember[];
  /** The `before` parameter of the link "Older", or null. */
  older: string | null;
  paged: boolean;
  /** Roles that this reader may give; none when they may only look. */
  grantable: readonly string[];
}

/** `/c/{slug}/admin/members?q=&before=`. POST to the member's roles address: {roles…}. */
export function adminMembersPage(view: AdminMembersView, context: PageContext): Html {
  const { admin, common } = context.t;
  const paths = pathsHere(context);
  const here = withQuery(paths.adminMembers, { q: view.query });
  const main = (
    <>
      <search>
        <form class="filters" action={paths.adminMembers}>
          <div class="field grow">
            <label for="q">{admin.membersSearch}</label>
            <input id="q" name="q" type="search" value={view.query} maxlength={200} autocomplete="off" />
          </div>
          <button type="submit">{admin.membersFind}</button>
        </form>
      </search>
      {view.members.length === 0 ? (
        view.query === "" ? (
          emptyState(admin.membersEmpty)
        ) : (
          emptyState(admin.membersNoMatch(view.query), { href: paths.adminMembers, label: common.all })
        )
      ) : (
        <ul class="entries">
          {view.members.map((entry) => (
            <Member entry={entry} grantable={view.grantable} context={context} />
          ))}
        </ul>
      )}
      {pager(view.older && withQuery(here, { before: view.older }), view.paged ? here : null, context)}
    </>
  );
  return adminLayout({ section: "members", title: admin.membersTitle, main }, view, context);
}

interface MemberProps {
  entry: AdminMember;
  grantable: readonly string[];
  context: PageContext;
}

function Member({ entry, grantable, context }: MemberProps) {
  const { admin, format, member } = context.t;
  const { memberId, name } = entry.member;
  const named = entry.roles.map((role) => member.roles[role] ?? role);
  return (
    <li>
      <p>
        {person(entry.member, context)}{" "}
        <span class="aside">
          {named.length > 0 ? `${format.list(named)} · ` : ""}
          {member.since(format.day(entry.joinedAt))}
        </span>
      </p>
      {grantable.length > 0 && (
        <details class="fold">
          <summary>
            {admin.rolesChange}
            <span class="unseen">: {admin.rolesOf(name)}</span>
          </summary>
          <form method="post" action={pathsHere(context).adminMemberRoles(memberId)}>
            {csrfField(context)}
            <fieldset class="field">
              <legend>{admin.rolesOf(name)}</legend>
              {grantable.map((role) => (
                <div class="choice">
                  <input
                    type="checkbox"
                    name="roles"
                    value={role}
                    id={`role-${memberId}-${role}`}
                    checked={entry.roles.includes(role)}
                  />
                  <label for={`role-${memberId}-${role}`}>
                    {member.roles[role] ?? role}
                    <span class="hint">{admin.roleMeaning[role] ?? ""}</span>
                  </label>
                </div>
              ))}
            </fieldset>
            <button type="submit">{admin.rolesSave}</button>
          </form>
        </details>
      )}
    </li>
  );
}
