import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The processes that a process has started itself and that still run. Linux tells it without a program, which not each has. */
export function childrenOf(parent: number): number[] {
  return processes().flatMap(([pid, parentPid]) => (parentPid === parent ? [pid] : []));
}

function processes(): [pid: number, parentPid: number][] {
  if (process.platform !== 'linux') {
    const lines = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n');
    return lines.map((line) => line.trim().split(/\s+/)).map(([pid, parentPid]) => [Number(pid), Number(parentPid)]);
  }
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return pids.flatMap((pid): [number, number][] => {
    const parentPid = parentOnLinux(pid);
    return parentPid === null ? [] : [[pid, parentPid]];
  });
}

/** Null for a process that ended while we looked. */
function parentOnLinux(pid: number): number | null {
  try {
    const [, parentPid] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s+(\d+)/m) ?? [];
    return Number(parentPid);
  } catch {
    return null;
  }
}
