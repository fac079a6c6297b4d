import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout, Table } from "../parts/admin.tsx";
import { choiceField, csrfField, formProblem, selectField, textField, writingField } from "../parts/forms.tsx";
import { carePathsHere, emptyState, pathsHere } from "../parts/small.tsx";
import type { Html } from "../raw.tsx";
import type { Charter, FormState } from "../view-models.ts";

export interface AdminGroup {
  slug: string;
  name: string;
  charter: Charter;
  members: number;
}

export interface AdminGroupsView extends AdminFrame {
  groups: readonly AdminGroup[];
}

/** `/c/{slug}/admin/groups`. */
export function adminGroupsPage(view: AdminGroupsView, context: PageContext): Html {
  const { admin, charter, format } = context.t;
  const paths = pathsHere(context);
  const main =
    view.groups.length === 0 ? (
      emptyState(admin.groupsEmpty, { href: paths.adminGroupNew, label: admin.groupNew })
    ) : (
      <>
        <p>
          <a class="button" href={paths.adminGroupNew}>
            {admin.groupNew}
          </a>
        </p>
        <Table
          label={admin.groupsTitle}
          head={[admin.groupName, admin.groupCharter, admin.groupMembers]}
          rows={view.groups.map((group) => [
            <a href={paths.adminGroup(group.slug)}>{group.name}</a>,
            charter[group.charter],
            format.number(group.members),
          ])}
        />
      </>
    );
  return adminLayout({ section: "groups", title: admin.groupsTitle, main }, view, context);
}

export interface GroupFields {
  name: string;
  slug: string;
  purpose: string;
  charter: Charter;
  rules: string;
  /** One of the offered probabilities, or `learned`. */
  solvedFrom: string;
}

export interface AdminGroupView extends AdminFrame {
  /** The group's present slug, or null for a new one. */
  group: { slug: string; name: string } | null;
  form: FormState<GroupFields>;
}

/** `/c/{slug}/admin/groups/new` and `/c/{slug}/admin/groups/{group}`. POST {name, slug, purpose, charter, rules}. */
export function adminGroupPage(view: AdminGroupView, context: PageContext): Html {
  const { admin, charter, common } = context.t;
  const { values, errors } = view.form;
  const paths = pathsHere(context);
  const ladder = view.group && values.charter === "help" && (
    <p>
      <a href={carePathsHere(context).ladder(view.group.slug)}>{context.t.careSettings.ladderTo}</a>
    </p>
  );
  const main = (
    <form
      class="stack"
      method="post"
      action={view.group ? paths.adminGroup(view.group.slug) : paths.adminGroupNew}
      data-draft-form
    >
      {csrfField(context)}
      {ladder}
      {formProblem(view.form, context)}
      {textField(
        {
          name: "name",
          label: admin.groupName,
          value: values.name,
          error: errors.name,
          maxlength: 80,
          autocomplete: "off",
        },
        context,
      )}
      {textField(
        {
          name: "slug",
          label: admin.groupSlug,
          hint: admin.groupSlugHint,
          value: values.slug,
          error: errors.slug,
          maxlength: 60,
          pattern: "[a-z0-9]+(-[a-z0-9]+)*",
          spellcheck: false,
          autocomplete: "off",
        },
        context,
      )}
      {textField(
        {
          name: "purpose",
          label: admin.groupPurpose,
          hint: admin.groupPurposeHint,
          value: values.purpose,
          error: errors.purpose,
          maxlength: 300,
          autocomplete: "off",
          optional: true,
        },
        context,
      )}
      {choiceField({
        name: "charter",
        legend: admin.groupCharter,
        value: values.charter,
        error: errors.charter,
        choices: [
          { value: "help", label: charter.helpGroup, hint: charter.helpMeaning },
          { value: "interest", label: charter.interestGroup, hint: charter.interestMeaning },
        ],
      })}
      {selectField(
        {
          name: "solvedFrom",
          label: admin.groupSolvedFrom,
          hint: admin.groupSolvedFromHint,
          value: values.solvedFrom,
          error: errors.solvedFrom,
          options: Object.entries(admin.groupSolvedFromChoices).map(([value, label]) => ({ value, label })),
        },
        context,
      )}
      {writingField(
        {
          name: "rules",
          label: admin.groupRules,
          hint: admin.groupRulesHint,
          value: values.rules,
          error: errors.rules,
          optional: true,
          preview: true,
          maxlength: 10_000,
        },
        context,
      )}
      <p class="buttons">
        <button type="submit" class="primary">
          {common.save}
        </button>
        <a class="button" href={paths.adminGroups}>
          {common.cancel}
        </a>
      </p>
    </form>
  );
  const title = view.group ? admin.groupEdit(view.group.name) : admin.groupNew;
  return adminLayout({ section: "groups", title, main }, view, context);
}
