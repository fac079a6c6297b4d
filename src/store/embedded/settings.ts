/**
 * The server's settings, on its command line so that a newer Kith brings its own. Small memory: Kith is meant to fit beside other
 * programs; durable: a commit is on disk before it is acknowledged (fsync, full_page_writes and synchronous_commit stay on).
 * Figures are in docs/decisions/0001-embedded-postgresql.md.
 */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  timezone: "UTC",
  log_timezone: "UTC",
  // A line every few minutes that says nothing is wrong hides the one that says something is.
  log_checkpoints: "off",

  // Memory. Beyond this the operating system's own cache serves, which gives way when other programs need room.
  shared_buffers: "64MB",
  max_connections: "60",
  autovacuum_max_workers: "2",
  autovacuum_work_mem: "32MB",
  max_logical_replication_workers: "0",

  // Processor. Short queries on cached pages only: compiling them, spreading them over workers and handing reads over to other
  // processes costs more than it saves.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  io_method: "sync",
  random_page_cost: "1.1",

  // Writing. Rarer checkpoints mean fewer whole pages in the log; what is to be recovered after a crash stays below 1 GB.
  checkpoint_timeout: "15min",
  max_wal_size: "1GB",
  autovacuum_naptime: "20s",

  // The queries of a program that was killed end instead of running on.
  client_connection_check_interval: "10s",
};

/** The server's arguments: its data folder, and each setting. The socket folder is quoted, because the setting is a list. */
export function serverArguments(
  places: { readonly cluster: string; readonly socket: string },
  settings: Readonly<Record<string, string>>,
): string[] {
  const all = { ...settings, unix_socket_directories: `"${places.socket.replaceAll('"', '""')}"` };
  return ["-D", places.cluster, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}
