import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openDataFolder } from '../data-folder.ts';
import { runCommand } from '../failure.ts';
import { withTrialServer } from '../serving/trial-server.ts';
import { playStories } from '../suites/browser-suite.ts';
import { ensureAsterisk } from './install.ts';
import { keepAsterisk } from './kept.ts';
import { privateAsterisk } from './private-asterisk.ts';
import { freshSecrets, type PbxSettings, USUAL_PORTS } from './settings.ts';
import { useAsterisk } from './use-asterisk.ts';
import { writeConfiguration } from './write-configuration.ts';

const CONFIG = 'e2e/asterisk/playwright.config.ts';
const WSS_PORT = 8089;

// Run by scripts/suites/pbx-suite.ts in a network of its own; its words are Playwright's.
process.channel?.unref();
// Who started us was killed outright: nobody else would take down what runs here, the browsers included.
process.on('disconnect', () => process.kill(-process.pid, 'SIGINT'));

await runCommand(async () => {
  let home = '';
  process.exitCode = await withTrialServer(
    (server) => playStories(server, CONFIG, process.argv.slice(2), { E2E_ASTERISK: home }),
    async (undo, { dataFolder, ...installation }) => {
      home = openDataFolder(join(dataFolder, 'asterisk'));
      const asterisk = await ensureAsterisk();
      const settings: PbxSettings = { ...USUAL_PORTS, ...freshSecrets(), wss: { port: WSS_PORT, ...makeCertificate(home) } };
      writeConfiguration(home, asterisk, settings);
      keepAsterisk(home, { asterisk, settings });

      const pbx = privateAsterisk(home, asterisk);
      undo.push(pbx.stop);
      await pbx.start();
      await useAsterisk(installation, home);
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
