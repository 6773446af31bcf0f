/** For what run-inside.ts starts: where its starter was killed outright, nobody else would take down what runs here, the browsers included. */
export function endWithStarter(): void {
  process.channel?.unref();
  process.on('disconnect', () => process.kill(-process.pid, 'SIGINT'));
}
