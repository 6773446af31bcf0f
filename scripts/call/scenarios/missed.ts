import { CALLERS, EXTENSIONS, LINES } from '../demo-world.ts';
import type { Stage } from '../stage.ts';

/** Ewa rings everybody on the hotline and gives up. */
export async function missed({ pbx, say, pause }: Stage): Promise<void> {
  const callId = await pbx.ring({
    from: CALLERS.ewa.number,
    line: LINES.deliveryHotline,
    extensions: [EXTENSIONS.olga, EXTENSIONS.oskar],
    name: CALLERS.ewa.name,
  });
  say('Ewa Zielińska calls the delivery hotline: Olga (101) and Oskar (102) ring.');
  await pause(8);

  await pbx.giveUp(callId);
  say('Nobody answers, and Ewa gives up.');
}
