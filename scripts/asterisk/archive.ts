import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A release of a distribution that holds Asterisk, and how its packages are known to be genuine. */
export type Archive = { mirror: string; suite: string; components: string; keyring: string };

type Distribution = { name: string; suites: string[]; components: string };

const KEYRINGS = '/usr/share/keyrings';

/** From which archives Asterisk can be fetched here, the best first; empty where this is neither Debian nor Ubuntu. */
export function findArchives(): Archive[] {
  const distribution = distributionOf(readFileSync('/etc/os-release', 'utf8'));
  if (!distribution) return [];

  const { name, suites, components } = distribution;
  const mirror = findMirror(name);
  const keyring = ['gpg', 'pgp'].map((end) => `${KEYRINGS}/${name}-archive-keyring.${end}`).find((file) => existsSync(file));
  if (!mirror || !keyring) return [];
  return suites.map((suite) => ({ mirror, suite, components, keyring }));
}

/** Debian left Asterisk out of its releases after bullseye (16, without opus); sid has the current one, and moves. Every Ubuntu has one. */
export function distributionOf(osRelease: string): Distribution | null {
  const read = (key: string) => osRelease.match(new RegExp(`^${key}="?([^"\n]*)"?$`, 'm'))?.[1] ?? '';
  const names = [read('ID'), ...read('ID_LIKE').split(' ')];

  if (names.includes('ubuntu')) {
    const suite = read('UBUNTU_CODENAME') || read('VERSION_CODENAME');
    return { name: 'ubuntu', suites: [suite], components: 'main universe' };
  }
  if (names.includes('debian')) return { name: 'debian', suites: ['sid', 'bullseye'], components: 'main' };
  return null;
}

/** The mirror that this machine already uses: reachable from here, and chosen by its administrator. */
function findMirror(name: string): string | null {
  const said = spawnSync('apt-get', ['indextargets', '--format', '$(REPO_URI)'], { encoding: 'utf8' }).stdout ?? '';
  return said.split('\n').find((uri) => new RegExp(`/${name}(-ports)?/?$`).test(uri)) ?? null;
}
