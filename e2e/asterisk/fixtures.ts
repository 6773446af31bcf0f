import type { Page } from '@playwright/test';
import { test as base, expect, withPage } from '../fixtures.ts';
import { type DeskPhone, openDeskPhone } from './desk-phone.ts';
import { type Manager, openManager } from './manager.ts';
import { type Outside, openOutside } from './outside.ts';
import { openPbx, type Pbx } from './pbx.ts';
import { watchMedia } from './sound.ts';

type Stories = {
  /** Complaints of Asterisk that this story provokes on purpose, such as a wrong password. */
  expectedPbxComplaints: RegExp[];
  asterisk: Pbx;
  outside: Outside;
  deskPhone: DeskPhone;
  /** Offhook's login at the manager interface, beside its own. */
  manager: Manager;
};

/** Olga (101), Oskar (102) and Marta (103) with their browsers, a desk phone (104), and everybody outside, on a real Asterisk. */
export const test = base.extend<Stories>({
  expectedPbxComplaints: [[], { option: true }],

  olga: ({ browser, olgaSession, expectedComplaints }, use) => withPage(browser, olgaSession, expectedComplaints, watched(use)),
  oskar: ({ browser, oskarSession, expectedComplaints }, use) =>
    withPage(browser, oskarSession, expectedComplaints, watched(use)),
  marta: ({ browser, martaSession, expectedComplaints }, use) =>
    withPage(browser, martaSession, expectedComplaints, watched(use)),

  // Each story, also one that does not ask for it, begins on a running PBX without calls and leaves one.
  asterisk: [
    async ({ expectedPbxComplaints }, use) => {
      const pbx = openPbx();
      await pbx.start();
      await use(pbx);

      await pbx.hangUpAll();
      expect(pbx.complaints().filter((each) => !expectedPbxComplaints.some((pattern) => pattern.test(each)))).toEqual([]);
    },
    { auto: true },
  ],

  outside: async ({ asterisk }, use) => {
    const outside = openOutside(asterisk.settings);
    await use(outside);
    await asterisk.hangUpAll();
    await outside.close();
  },

  deskPhone: async ({ asterisk }, use) => {
    const phone = openDeskPhone(asterisk.settings);
    await use(phone);
    await asterisk.hangUpAll();
    await phone.close();
  },

  manager: async ({ asterisk }, use) => {
    const manager = await openManager(asterisk.settings);
    await use(manager);
    manager.close();
  },
});

function watched(use: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await watchMedia(page);
    await use(page);
  };
}

export { expect };
