/**
 * The server's settings, on its command line so that a newer Kith brings its own. Small memory: Kith is meant to fit beside other
 * programs; durable: a commit is on disk before it is acknowledged (fsync and synchronous_commit stay on).
 */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "60",
  shared_buffers: "128MB",
  // Short queries only: compiling them or spreading them over workers costs more than it saves.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
  max_wal_size: "1GB",
  wal_compression: "on",
  autovacuum_naptime: "20s",
};

/** The server's arguments: its data folder, and each setting. The socket folder is quoted, because the setting is a list. */
export function serverArguments(
  places: { readonly cluster: string; readonly socket: string },
  settings: Readonly<Record<string, string>>,
): string[] {
  const all = { ...settings, unix_socket_directories: `"${places.socket.replaceAll('"', '""')}"` };
  return ["-D", places.cluster, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}
