import { expect } from '@playwright/test';
import { readAsterisk } from '../../scripts/asterisk/kept.ts';
import { type PrivateAsterisk, privateAsterisk } from '../../scripts/asterisk/private-asterisk.ts';
import type { PbxSettings } from '../../scripts/asterisk/settings.ts';

const COMPLAINT = /^\[[^\]]*\] (ERROR|WARNING)/;
/** A browser that is closed, as each is at the end of a story, says no goodbye to its websocket. */
const BROWSER_GONE = /res_http_websocket\.c: .*(read|writ)ing|iostream\.c: SSL_shutdown/i;

/** The Asterisk of the stories, as a story asks it. */
export type Pbx = PrivateAsterisk & {
  settings: PbxSettings;
  restart: () => Promise<void>;
  /** Legs of calls that it holds now. */
  channels: () => Promise<string[]>;
  /** Ends every call, and waits until it is gone. */
  hangUpAll: () => Promise<void>;
  /** Waits until the phone of an extension is registered there, or no longer. */
  untilRegistered: (extension: string, isRegistered?: boolean) => Promise<void>;
  /** Errors and warnings that it wrote down since the story began. */
  complaints: () => string[];
};

export function openPbx(): Pbx {
  const home = process.env.E2E_ASTERISK;
  const kept = home && readAsterisk(home);
  if (!kept) throw new Error('E2E_ASTERISK names no Asterisk: npm run e2e:pbx starts one.');

  const asterisk = privateAsterisk(home, kept.asterisk);
  const before = asterisk.log().length;

  async function channels(): Promise<string[]> {
    const said = await asterisk.cli('core show channels concise');
    return said.split('\n').filter((line) => line.includes('!'));
  }

  async function contacts(extension: string): Promise<string> {
    return asterisk.cli(`pjsip show aor ${extension}`);
  }

  return {
    ...asterisk,
    settings: kept.settings,
    restart: async () => {
      await asterisk.stop();
      await asterisk.start();
    },
    channels,
    hangUpAll: async () => {
      await asterisk.start();
      await asterisk.cli('channel request hangup all');
      await expect.poll(channels).toEqual([]);
    },
    untilRegistered: (extension, isRegistered = true) =>
      expect.poll(async () => /^\s*Contact:\s+\d/m.test(await contacts(extension))).toBe(isRegistered),
    complaints: () =>
      asterisk
        .log()
        .slice(before)
        .split('\n')
        .filter((line) => COMPLAINT.test(line) && !BROWSER_GONE.test(line)),
  };
}
