import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a path of a Unix socket may be long, less the name of Asterisk's own. */
const LONGEST_SOCKET_FOLDER = 90;

/** Where a private Asterisk keeps what. */
export function foldersOf(home: string) {
  return {
    etc: join(home, 'etc'),
    lib: join(home, 'lib'),
    keys: join(home, 'lib', 'keys'),
    spool: join(home, 'spool'),
    log: join(home, 'log'),
    run: socketFolder(home),
  };
}

function socketFolder(home: string): string {
  const folder = join(home, 'run');
  if (folder.length <= LONGEST_SOCKET_FOLDER) return folder;
  return join(tmpdir(), `offhook-asterisk-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
}
