// For programs that tests start (see program.ts): they end when the channel to whoever started them closes. Waiting for that does not
// keep them alive.
process.on("disconnect", () => process.exit());
process.channel?.unref();
