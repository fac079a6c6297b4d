import { createGroup, editGroup, findGroup, groupMissing, listGroups } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { RefusalError } from "../../kernel/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, refusedForm } from "../forms.ts";
import { type AdminGroupView, adminGroupPage, adminGroupsPage, type GroupFields } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";
import { sectionsOf } from "./admin.ts";

const empty: GroupFields = { name: "", slug: "", purpose: "", charter: "help", rules: "", solvedFrom: "learned" };

/** Opening groups, and changing what they say of themselves. */
export function adminGroupRoutes(services: WebServices): Route[] {
  const { store } = services;

  function show(c: HttpContext, group: AdminGroupView["group"], form: AdminGroupView["form"], status = 200): Response {
    const { actor, page } = memberVisit(c);
    return showPage(c, adminGroupPage({ sections: sectionsOf(actor), group, form }, page), status);
  }

  async function list(c: HttpContext): Promise<Response> {
    const { community, actor, page } = memberVisit(c);
    const groups = await listGroups(store.database, community.id);
    return showPage(c, adminGroupsPage({ sections: sectionsOf(actor), groups }, page));
  }

  async function create(c: HttpContext): Promise<Response> {
    const { community, actor, form } = memberVisit(c);
    const values = readFields(form);
    const made = await store.transact((tx) => createGroup(tx, actor, fieldsOf(values)));
    if (!made.ok) return show(c, null, refusedForm(c, values, made.error), made.error.status);
    return goTo(c, services, pathsOf(community.slug).group(made.value.slug), { code: "groupSaved" });
  }

  async function change(c: HttpContext): Promise<Response> {
    const { community, actor, form } = memberVisit(c);
    const slug = c.req.param("group") ?? "";
    const values = { ...readFields(form), slug };
    const done = await store.transact((tx) => editGroup(tx, actor, slug, fieldsOf(values)));
    if (!done.ok) return show(c, { slug, name: values.name }, refusedForm(c, values, done.error), done.error.status);
    return goTo(c, services, pathsOf(community.slug).group(slug), { code: "groupSaved" });
  }

  return [
    { method: "get", path: "/c/:slug/admin/groups", permission: "manage groups", handle: list },
    {
      method: "get",
      path: "/c/:slug/admin/groups/new",
      permission: "manage groups",
      handle: (c) => show(c, null, { values: empty, errors: {} }),
    },
    { method: "post", path: "/c/:slug/admin/groups/new", permission: "manage groups", handle: create },
    {
      method: "get",
      path: "/c/:slug/admin/groups/:group",
      permission: "manage groups",
      handle: async (c) => {
        const { community } = memberVisit(c);
        const found = await findGroup(store.database, community.id, c.req.param("group") ?? "");
        if (!found) throw new RefusalError(groupMissing);
        const { name, slug, purpose, charter, rules } = found;
        const solvedFrom = found.solvedFrom === null ? "learned" : String(found.solvedFrom);
        return show(c, { slug, name }, { values: { name, slug, purpose, charter, rules, solvedFrom }, errors: {} });
      },
    },
    { method: "post", path: "/c/:slug/admin/groups/:group", permission: "manage groups", handle: change },
  ];
}

function readFields(form: URLSearchParams): GroupFields {
  const charter = form.get("charter") === "interest" ? "interest" : "help";
  return {
    name: field(form, "name"),
    slug: field(form, "slug"),
    purpose: field(form, "purpose"),
    charter,
    rules: field(form, "rules"),
    solvedFrom: field(form, "solvedFrom") || "learned",
  };
}

function fieldsOf({ solvedFrom, ...values }: GroupFields) {
  return { ...values, solvedFrom: solvedFrom === "learned" ? null : Number(solvedFrom) };
}
