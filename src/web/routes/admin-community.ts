import { editCommunity } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, refusedForm } from "../forms.ts";
import { isLocale } from "../messages/index.ts";
import { adminCommunityPage, type CommunityFormFields } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import type { FormState } from "../view-models.ts";
import { memberVisit } from "../visit.ts";
import { sectionsOf } from "./admin.ts";

/** What a community says of itself, and how it looks. */
export function adminCommunityRoutes(services: WebServices): Route[] {
  function show(c: HttpContext, form: FormState<CommunityFormFields>, status = 200): Response {
    const { actor, page } = memberVisit(c);
    return showPage(c, adminCommunityPage({ sections: sectionsOf(actor), form }, page), status);
  }

  function showPresent(c: HttpContext): Response {
    const { name, description, locale, colourAccent, colourPaper } = memberVisit(c).community;
    const colours = { colourAccent: colourAccent ?? "", colourPaper: colourPaper ?? "" };
    return show(c, { values: { name, description, locale, ...colours }, errors: {} });
  }

  async function save(c: HttpContext): Promise<Response> {
    const { community, actor, form } = memberVisit(c);
    const values: CommunityFormFields = {
      name: field(form, "name"),
      description: field(form, "description"),
      locale: isLocale(form.get("locale")) ? field(form, "locale") : community.locale,
      colourAccent: field(form, "colourAccent").trim(),
      colourPaper: field(form, "colourPaper").trim(),
    };
    const colours = { colourAccent: values.colourAccent || null, colourPaper: values.colourPaper || null };
    const saved = await services.store.transact((tx) => editCommunity(tx, actor, { ...values, ...colours }));
    if (!saved.ok) return show(c, refusedForm(c, values, saved.error), saved.error.status);
    return goTo(c, services, pathsOf(community.slug).adminCommunity, { code: "communitySaved" });
  }

  return [
    { method: "get", path: "/c/:slug/admin/community", permission: "edit the community", handle: showPresent },
    { method: "post", path: "/c/:slug/admin/community", permission: "edit the community", handle: save },
  ];
}
