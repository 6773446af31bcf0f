import type { PbxSettings } from '../../scripts/asterisk/settings.ts';
import { freeUdpPort } from '../../scripts/ports.ts';
import { runSipp } from './sipp.ts';
import { openTelephone, type Telephone } from './telephone.ts';

/** Apart from the outside, which Asterisk knows by its address. */
const HOST = '127.0.0.3';
const REGISTERED_SECONDS = 300;

export type DeskPhone = {
  /** Registers the desk phone of docs/asterisk, and waits there for one call. */
  plugIn: () => Promise<Telephone>;
  close: () => Promise<void>;
};

export function openDeskPhone({ sipPort, passwords }: PbxSettings, extension = '104'): DeskPhone {
  const pbx = { host: '127.0.0.1', port: sipPort };
  let telephone: Telephone | null = null;

  async function plugIn(): Promise<Telephone> {
    // Registered from the port at which it is called afterwards.
    const local = { host: HOST, port: await freeUdpPort(HOST) };
    const registration = runSipp({
      name: 'register',
      local,
      remote: pbx,
      service: extension,
      keys: { seconds: String(REGISTERED_SECONDS) },
      login: { user: extension, password: passwords[extension] ?? '' },
    });
    await registration.until('registered');
    await registration.ended;
    telephone = await openTelephone(local, pbx);
    return telephone;
  }

  return {
    plugIn,
    close: async () => {
      await telephone?.run.close();
      telephone?.voice.close();
    },
  };
}
