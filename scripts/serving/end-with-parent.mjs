// Loaded into the server before anything else: when the command that started it is killed outright, its channel closes,
// and a server that went on alone would hold the port against the next start.
const GRACE_MS = 5_000;

process.channel?.unref();
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
