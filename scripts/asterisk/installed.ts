import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../programs.ts';
import { type Asterisk, askVersion, majorVersion } from './asterisk.ts';

const OLDEST = 16;
const MODULE_FOLDERS = [
  '/usr/lib/x86_64-linux-gnu/asterisk/modules',
  '/usr/lib/aarch64-linux-gnu/asterisk/modules',
  '/usr/lib/asterisk/modules',
  '/usr/lib64/asterisk/modules',
  '/usr/local/lib/asterisk/modules',
];
const DATA_FOLDERS = ['/usr/share/asterisk', '/var/lib/asterisk', '/usr/local/share/asterisk', '/usr/local/var/lib/asterisk'];
/** What a browser's phone cannot do without; some builds leave them out. */
const NEEDED = ['chan_pjsip.so', 'res_pjsip_transport_websocket.so', 'res_srtp.so', 'app_queue.so'];

/** The Asterisk of this system where browsers can register with it, or null. */
export function findInstalled(): Asterisk | null {
  const program = findProgram('asterisk');
  const modules = MODULE_FOLDERS.find((folder) => NEEDED.every((name) => existsSync(join(folder, name))));
  const data = DATA_FOLDERS.find((folder) => existsSync(join(folder, 'documentation', 'core-en_US.xml')));
  if (!program || !modules || !data) return null;

  const version = askVersion([program], {});
  if (version === null || majorVersion({ version }) < OLDEST) return null;
  return { version, command: [program], environment: {}, modules, data };
}
