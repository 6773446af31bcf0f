import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../suites/tool.ts';
import type { Archive } from './archive.ts';
import { type Asterisk, askVersion } from './asterisk.ts';

const PACKAGES = ['asterisk', 'asterisk-core-sounds-en-gsm', 'asterisk-moh-opsound-gsm'];
const UNUSED = ['doc', 'man', 'locale', 'perl', 'perl5', 'zoneinfo', 'i18n'].map((name) => `./usr/share/${name}`);
const MERGED = ['bin', 'sbin', 'lib', 'lib64'];
const PLATFORMS: Record<string, { triplet: string; loader: string }> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

export const isSupportedPlatform = process.platform === 'linux' && process.arch in PLATFORMS;

/**
 * Fetches Asterisk with everything it stands on, the C library included, and unpacks it into `folder`/root.
 * The system's packages stay as they are. An interrupted download goes on where it was. Null when this archive gives none that runs.
 */
export async function unpack(archive: Archive, folder: string): Promise<Asterisk | null> {
  const state = join(folder, `apt-${archive.suite}`);
  const debs = join(state, 'archives');
  const draft = join(folder, 'draft');
  const root = join(folder, 'root');
  const options = await writeAptState(archive, state, debs);

  if ((await runTool('apt-get', [...options, 'update'])) !== 0) return null;
  if ((await runTool('apt-get', [...options, 'install', '-y', '--download-only', ...PACKAGES])) !== 0) return null;

  rmSync(draft, { recursive: true, force: true });
  for (const name of MERGED) {
    mkdirSync(join(draft, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, join(draft, name));
  }
  for (const name of readdirSync(debs).filter((each) => each.endsWith('.deb'))) extract(join(debs, name), draft);

  rmSync(root, { recursive: true, force: true });
  // Renamed at the end: a folder called `root` is always complete.
  renameSync(draft, root);
  rmSync(state, { recursive: true, force: true });
  return findUnpacked(folder);
}

/** The Asterisk that `unpack` left in the folder, or null when there is none that runs. */
export function findUnpacked(folder: string): Asterisk | null {
  const platform = PLATFORMS[process.arch];
  const usr = join(folder, 'root', 'usr');
  if (!platform || !existsSync(usr)) return null;

  const libraries = join(usr, 'lib', platform.triplet);
  const loader = [libraries, join(usr, 'lib'), join(usr, 'lib64')]
    .map((place) => join(place, platform.loader))
    .find((file) => existsSync(file));
  const modules = [join(libraries, 'asterisk', 'modules'), join(usr, 'lib', 'asterisk', 'modules')].find((place) =>
    existsSync(place),
  );
  if (!loader || !modules) return null;

  // Its own loader with its own libraries: those of the system may be older than what it was built with.
  const command = [loader, '--library-path', `${libraries}:${join(usr, 'lib')}`, join(usr, 'sbin', 'asterisk')];
  const environment = { OPENSSL_MODULES: join(libraries, 'ossl-modules'), OPENSSL_CONF: '/dev/null' };
  const version = askVersion(command, environment);
  return version === null ? null : { version, command, environment, modules, data: join(usr, 'share', 'asterisk') };
}

/** A state of apt's own kind with an empty list of installed packages, so that apt resolves everything. */
async function writeAptState(archive: Archive, state: string, debs: string): Promise<string[]> {
  for (const path of [join(state, 'lists', 'partial'), join(debs, 'partial')]) mkdirSync(path, { recursive: true });
  const sources = join(state, 'sources.list');
  const settings = join(state, 'apt.conf');
  writeFileSync(join(state, 'status'), '');
  writeFileSync(sources, `deb [signed-by=${archive.keyring}] ${archive.mirror} ${archive.suite} ${archive.components}\n`);
  writeFileSync(
    settings,
    // Hooks of the system, such as emptying its own cache, are none of our business.
    [
      '#clear APT::Update::Pre-Invoke;',
      '#clear APT::Update::Post-Invoke;',
      '#clear APT::Update::Post-Invoke-Success;',
      '#clear Dir::Etc::sourceparts;',
      '#clear Dir::Etc::preferencesparts;',
      `Dir::Etc::sourcelist "${sources}";`,
      'Dir::Etc::sourceparts "/dev/null";',
      'Dir::Etc::preferencesparts "/dev/null";',
      `Dir::State::lists "${join(state, 'lists')}";`,
      `Dir::State::status "${join(state, 'status')}";`,
      `Dir::Cache "${state}";`,
      `Dir::Cache::archives "${debs}";`,
      'APT::Sandbox::User "";',
      'APT::Install-Recommends "false";',
      'Acquire::Languages "none";',
      'Acquire::Retries "3";',
      'Debug::NoLocking "true";',
      '',
    ].join('\n'),
  );
  return ['-c', settings, '-qq'];
}

function extract(deb: string, into: string): void {
  const flags = ['--keep-directory-symlink', '--no-same-owner', ...UNUSED.map((path) => `--exclude=${path}`)];
  const script = 'deb=$1; into=$2; shift 2; dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$into" "$@"';
  const { status, stderr } = spawnSync('/bin/sh', ['-c', script, 'sh', deb, into, ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${deb} could not be unpacked: ${stderr}`);
}
