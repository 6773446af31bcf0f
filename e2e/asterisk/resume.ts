import type { Manager } from './manager.ts';
import type { Pbx } from './pbx.ts';

/** Has the caller from outside ring at a phone, as Offhook does where a call is taken up again. */
export async function bringCallerTo(extension: string, { asterisk, manager }: { asterisk: Pbx; manager: Manager }) {
  const caller = (await asterisk.channels()).find((line) => line.startsWith('PJSIP/trunk-'));
  if (!caller) throw new Error('Nobody from outside is on the line any more.');
  const [Channel = ''] = caller.split('!');
  await manager.ask('Redirect', { Channel, Context: 'offhook-resume', Exten: extension, Priority: '1' });
}
