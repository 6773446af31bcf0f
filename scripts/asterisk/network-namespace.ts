import { spawnSync } from 'node:child_process';
import { Failure } from '../failure.ts';

/**
 * Asterisk offers browsers no path over the loopback interface: calls would connect and stay silent. So there is a second
 * interface, whose other end leads nowhere.
 */
const SET_UP = [
  'ip link set lo up',
  'ip link add offhook0 type veth peer name offhook1',
  'ip addr add 10.77.0.1/24 dev offhook0',
  'ip link set offhook0 up',
  'ip link set offhook1 up',
  'exec "$@"',
].join(' && ');

/** Root makes a network of its own; anybody else needs to be root in a world of their own first, where the system lets them. */
const AS_ROOT = ['--net'];
const AS_ANYBODY = ['--user', '--map-current-user', '--keep-caps', '--net'];

/**
 * The words that run a program in a network of its own: with the usual ports, whatever listens on this machine, and reached by
 * nobody. It has no name: it goes with the last process in it, however that ends.
 */
export function inNetworkOfItsOwn(words: readonly string[]): string[] {
  const flags = process.getuid?.() === 0 ? AS_ROOT : AS_ANYBODY;
  const inside = (script: string, ...more: string[]) => [...flags, '--', '/bin/sh', '-c', script, 'sh', ...more];

  const tried = spawnSync('unshare', inside(SET_UP, 'true'), { encoding: 'utf8' });
  if (tried.status !== 0) {
    throw new Failure(
      `The tests on a real PBX need a network of their own, and this system refuses it (${(tried.stderr || String(tried.error)).trim()}). Run them as root with CAP_SYS_ADMIN, or allow user namespaces: sysctl kernel.unprivileged_userns_clone=1`,
    );
  }
  return ['unshare', ...inside(SET_UP, ...words)];
}
