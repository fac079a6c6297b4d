import type { HttpContext } from "../http/index.ts";
import { addressUnknown } from "./input.ts";
import type { RefusalWithHeaders } from "./problem.ts";

interface Address {
  readonly method: string;
  /** In OpenAPI's syntax. */
  readonly path: string;
}

/** Says of a request that no route took whether its address is wrong, or its method only. */
export function refuseUnknown(addresses: readonly Address[]): (c: HttpContext) => RefusalWithHeaders {
  const patterns = addresses.map(({ method, path }) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
  }));
  return (c) => {
    const methods = patterns.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method);
    if (methods.length === 0) return addressUnknown;
    if (methods.includes("GET")) methods.push("HEAD");
    const allow = [...new Set(methods)].sort().join(", ");
    return {
      code: "method-not-allowed",
      status: 405,
      message: `This address does not know the method ${c.req.method.slice(0, 20)}.`,
      next: `Use one of these: ${allow}.`,
      headers: { allow },
    };
  };
}
