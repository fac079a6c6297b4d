/**
 * The caller's address: what the connection says, or, behind trusted proxies, the entry of X-Forwarded-For that the outermost
 * trusted one wrote. Entries further left were written by the caller and prove nothing.
 */
export function callerAddress(
  connection: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || !forwardedFor) return connection ?? "unknown";
  const entries = forwardedFor.split(",").map((entry) => entry.trim());
  return entries[Math.max(entries.length - trustedProxies, 0)] || (connection ?? "unknown");
}
