export { type Assets, readAssets } from "./assets.ts";
export { createHttp, type Face, type HttpOptions, pageMissing } from "./create-http.ts";
export { isCrossSite, isFormToken, makeFormToken } from "./form-token.ts";
export { type Listening, listen } from "./listen.ts";
export { respond } from "./respond.ts";
export type { HttpContext, HttpEnv, Route } from "./route.ts";
