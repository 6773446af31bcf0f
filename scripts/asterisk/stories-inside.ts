import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { runCommand } from '../failure.ts';
import { withTrialServer } from '../serving/trial-server.ts';
import { playStories } from '../suites/browser-suite.ts';
import { endWithStarter } from './end-with-starter.ts';
import { startTrialPbx } from './trial-pbx.ts';

const CONFIG = 'e2e/asterisk/playwright.config.ts';
const WSS_PORT = 8089;

// Run by scripts/suites/pbx-suite.ts in a network of its own; its words are Playwright's.
endWithStarter();

await runCommand(async () => {
  let home = '';
  process.exitCode = await withTrialServer(
    (server) => playStories(server, CONFIG, process.argv.slice(2), { E2E_ASTERISK: home }),
    async (undo, trial) => {
      const pbx = await startTrialPbx(undo, trial, (folder) => ({ port: WSS_PORT, ...makeCertificate(folder) }));
      home = pbx.home;
    },
  );
});

/** One that no browser trusts; it proves that the documented configuration speaks wss. */
function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, 'pbx.crt'), join(folder, 'pbx.key')];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
  execFileSync('openssl', [...words, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  return { certificate, key };
}
