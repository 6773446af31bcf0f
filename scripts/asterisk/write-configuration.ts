import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../building/sources.ts';
import { type Asterisk, majorVersion } from './asterisk.ts';
import { applyChanges, type Change, withoutMissingModules } from './configuration.ts';
import { foldersOf } from './folders.ts';
import { LOOPBACK, OUTSIDE_HOST, type PbxSettings } from './settings.ts';

/** The configuration that docs/pbx.md tells a newcomer to copy. */
const DOCUMENTED = join(ROOT, 'docs', 'asterisk');
/** From Debian 11, which has no opus. */
const WITHOUT_OPUS = 17;

/** Looked for by modules that are content with nothing in them. */
const EMPTY = ['acl', 'ccss', 'cdr', 'cel', 'codecs', 'features', 'pjproject', 'sorcery', 'queuerules', 'stasis', 'udptl'];

/** Writes the documented configuration with this installation's values, and after each file what is appended to it. */
export function writeConfiguration(
  home: string,
  asterisk: Asterisk,
  settings: PbxSettings,
  appended: Record<string, string> = {},
): void {
  const folders = foldersOf(home);
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });

  const changes = changesFor(asterisk, settings);
  for (const file of readdirSync(DOCUMENTED).filter((name) => name.endsWith('.conf'))) {
    const documented = readFileSync(join(DOCUMENTED, file), 'utf8');
    const changed = applyChanges(file, documented, changes) + (appended[file] ?? '');
    const text = file === 'modules.conf' ? withoutMissingModules(changed, isIn(asterisk.modules)) : changed;
    writeFileSync(join(folders.etc, file), text, { mode: 0o600 });
  }
  for (const name of EMPTY) writeFileSync(join(folders.etc, `${name}.conf`), '');
  writeFileSync(join(folders.etc, 'logger.conf'), LOGGER);
  writeFileSync(join(folders.etc, 'indications.conf'), TONES);
  writeFileSync(join(folders.etc, 'asterisk.conf'), placesOf(home, asterisk));
}

function isIn(folder: string): (name: string) => boolean {
  return (name) => existsSync(join(folder, name));
}

function changesFor(asterisk: Asterisk, settings: PbxSettings): Change[] {
  const set = (file: string, section: string, key: string, value: string): Change => ({ file, section, key, value });
  const passwords = Object.entries(settings.passwords);
  const wss = settings.wss;

  return [
    set('pjsip.conf', 'transport-udp', 'bind', `${LOOPBACK}:${settings.sipPort}`),
    set('pjsip.conf', 'transport-wss', 'bind', LOOPBACK),
    set('pjsip.conf', 'trunk', 'contact', `sip:${OUTSIDE_HOST}:${settings.outsidePort}`),
    set('pjsip.conf', 'trunk', 'match', OUTSIDE_HOST),
    // The outside world comes and goes with each story.
    set('pjsip.conf', 'trunk', 'qualify_frequency', '0'),
    set('pjsip.conf', '104', 'qualify_frequency', '0'),
    ...passwords.map(([extension, password]) => set('pjsip.conf', extension, 'password', password)),
    ...(majorVersion(asterisk) < WITHOUT_OPUS ? [set('pjsip.conf', 'browser', 'allow', 'alaw,ulaw')] : []),
    set('manager.conf', 'general', 'port', String(settings.amiPort)),
    set('manager.conf', 'offhook', 'secret', settings.amiSecret),
    set('http.conf', 'general', 'bindport', String(settings.wsPort)),
    ...(wss
      ? [
          set('http.conf', 'general', 'tlsbindaddr', `${LOOPBACK}:${wss.port}`),
          set('http.conf', 'general', 'tlscertfile', wss.certificate),
          set('http.conf', 'general', 'tlsprivatekey', wss.key),
        ]
      : [set('http.conf', 'general', 'tlsenable', 'no')]),
    set('musiconhold.conf', 'default', 'directory', musicOf(asterisk)),
  ];
}

/** Music where it is installed, else speech, which every Asterisk has. */
function musicOf({ data }: Asterisk): string {
  const folders = ['moh', 'sounds/en_US_f_Allison', 'sounds/en'].map((name) => join(data, name));
  return folders.find((folder) => existsSync(folder)) ?? 'moh';
}

const LOGGER = `[general]
[logfiles]
full => notice,warning,error,verbose
`;

const TONES = `[general]
country = pl
[pl]
description = Poland
ringcadence = 1000,4000
dial = 425
busy = 425/500,0/500
ring = 425/1000,0/4000
congestion = 425/500,0/500
`;

function placesOf(home: string, { modules, data }: Asterisk): string {
  const { etc, lib, spool, run, log } = foldersOf(home);
  return `[directories]
astetcdir => ${etc}
astmoddir => ${modules}
astvarlibdir => ${lib}
astdbdir => ${lib}
astkeydir => ${lib}
astagidir => ${lib}
astdatadir => ${data}
astspooldir => ${spool}
astrundir => ${run}
astlogdir => ${log}
[options]
verbose = 3
documentation_language = en_US
live_dangerously = no
`;
}
