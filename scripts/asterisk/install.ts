import { join } from 'node:path';
import { ROOT } from '../building/sources.ts';
import { openDataFolder } from '../data-folder.ts';
import { lockDataFolder } from '../data-folder-lock.ts';
import { Failure } from '../failure.ts';
import { findArchives } from './archive.ts';
import type { Asterisk } from './asterisk.ts';
import { findInstalled } from './installed.ts';
import { findUnpacked, isSupportedPlatform, unpack } from './unpack.ts';

/** Not in OFFHOOK_DATA: the tests, which throw theirs away, and every demo on this machine share it. */
const FOLDER = join(ROOT, '.data-asterisk');

/** Asterisk: the system's, or one unpacked beside the project once. Throws a Failure that says what to install where neither is to be had. */
export async function ensureAsterisk(): Promise<Asterisk> {
  const found = findInstalled() ?? findUnpacked(FOLDER);
  if (found) return found;

  const archives = isSupportedPlatform ? findArchives() : [];
  if (archives.length === 0) {
    throw new Failure(
      'A real Asterisk is needed, and it can be unpacked on Debian and Ubuntu (x86-64, arm64) only. Install Asterisk 18 to 22 with chan_pjsip and res_srtp, so that `asterisk -V` answers.',
    );
  }
  const folder = openDataFolder(FOLDER);
  const release = lockDataFolder(folder);
  try {
    console.log('Unpacking Asterisk beside the project, once (80 MB to fetch; the system stays as it is) …');
    for (const archive of archives) {
      const unpacked = await unpack(archive, folder);
      if (unpacked) return unpacked;
      console.log(`${archive.suite} of ${archive.mirror} gave no Asterisk that runs.`);
    }
  } finally {
    release();
  }
  throw new Failure(
    'Asterisk could not be fetched; the words of apt-get are above. Is there a network? Else install Asterisk 18 to 22: apt-get install asterisk',
  );
}
