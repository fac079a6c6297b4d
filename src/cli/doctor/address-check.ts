import type { Configuration } from "../../kernel/index.ts";
import { type Finding, fine, warning } from "./finding.ts";

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

/** Whether the address that people are told leads here, and safely. */
export function checkPublicUrl({ publicUrl, host, port }: Pick<Configuration, "publicUrl" | "host" | "port">): Finding {
  const isOpen = !loopback.test(host);
  if (publicUrl === null) {
    if (!isOpen) return fine("public-url", "Kith answers on this machine only; PUBLIC_URL is not needed.");
    return warning(
      "public-url",
      `Kith listens on ${host} for other machines, and PUBLIC_URL is not set: links in mails will not lead here.`,
      "Set PUBLIC_URL to the address that people type, such as https://help.example.org.",
    );
  }
  const url = new URL(publicUrl);
  if (url.pathname !== "/" || url.search || url.hash || url.username) {
    return warning(
      "public-url",
      `PUBLIC_URL is ${publicUrl}; Kith answers at the top of a host only.`,
      `Set it to ${url.origin}.`,
    );
  }
  if (loopback.test(url.hostname)) {
    const named = Number(url.port || (url.protocol === "https:" ? 443 : 80));
    if (named === port || port === 0)
      return fine("public-url", `People reach Kith at ${publicUrl}, on this machine only.`);
    return warning(
      "public-url",
      `PUBLIC_URL names port ${named}, and Kith listens on ${port}.`,
      "Make the two the same, or set PUBLIC_URL to the address of the proxy in front.",
    );
  }
  if (url.protocol === "http:") {
    return warning(
      "public-url",
      `People reach Kith at ${publicUrl}, without encryption: passwords and cookies can be read on the way.`,
      "Put a proxy with https in front, and set PUBLIC_URL to its https address.",
    );
  }
  return fine("public-url", `People reach Kith at ${publicUrl}.`);
}
