import { CALLERS, EXTENSIONS, LINES } from '../demo-world.ts';
import type { Stage } from '../stage.ts';
import { missed } from './missed.ts';

/** Ewa is missed, tries again, and is answered. */
export async function missedThenReaches(stage: Stage): Promise<void> {
  const { pbx, say, pause } = stage;
  await missed(stage);
  await pause(4);

  const callId = await pbx.ring({
    from: CALLERS.ewa.number,
    line: LINES.deliveryHotline,
    extensions: [EXTENSIONS.olga, EXTENSIONS.oskar],
    name: CALLERS.ewa.name,
  });
  say('Ewa calls again.');
  await pause(3);

  await pbx.answer(callId, EXTENSIONS.oskar);
  say('Oskar answers.');
  await pause(6);

  await pbx.hangUp(callId);
  say('Ewa hangs up.');
}
