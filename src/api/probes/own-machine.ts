/** What a request says of where it comes from. */
export interface RequestOrigin {
  /** The other end of the connection. */
  readonly connection: string | undefined;
  /** The Host header. */
  readonly host: string | undefined;
  /** Whether any header says that it was passed on. */
  readonly forwarded: boolean;
  readonly trustedProxies: number;
}

/**
 * Whether a request was made on this machine by a program, not passed on by a proxy here and not by a page that a browser shows:
 * the connection, and the name that was asked for, are of this machine; nothing says that it was forwarded; and no proxy is
 * configured. Behind a proxy that hides all that, set TRUSTED_PROXIES, as rate limits need it anyway.
 */
export function isOwnMachine({ connection, host, forwarded, trustedProxies }: RequestOrigin): boolean {
  if (forwarded || trustedProxies > 0 || !connection || !host) return false;
  const loopback = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(connection);
  return loopback && /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}
