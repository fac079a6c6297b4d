/**
 * Every page, as a function of a view model and the page context to finished HTML. Routes answer with `c.html(page)`.
 *
 * Page                  Address
 * questionPage          /c/{slug}/q/{id}/{title-slug}
 * groupPage             /c/{slug}/g/{group}
 * homePage              /c/{slug}
 * askPage               /c/{slug}/ask                     suggestionsFragment: /c/{slug}/suggestions?text=
 * searchPage            /c/{slug}/search?q=
 * signInPage            /sign-in                          linkSentPage, byLinkPage, oldLinkPage
 *
 * Forms post to the addresses in ../url.ts with the field `csrf`; the answer is a redirect (303), or the same page with
 * status 422 and what was typed. The browser's script swaps parts out of whole pages, so no route needs a second form.
 */
export * from "./ask.tsx";
export * from "./group.tsx";
export * from "./home.tsx";
export * from "./question.tsx";
export * from "./search.tsx";
export * from "./sign-in.tsx";
