import { CALLERS, EXTENSIONS, LINES } from '../demo-world.ts';
import type { Stage } from '../stage.ts';

/** Vera, who has an open delivery, calls Olga. */
export async function firstCall({ pbx, say, pause }: Stage): Promise<void> {
  const callId = await pbx.ring({
    from: CALLERS.vera.number,
    line: LINES.deliveryHotline,
    extensions: [EXTENSIONS.olga],
    name: CALLERS.vera.name,
  });
  say('Vera Lind calls the delivery hotline: Olga (101) rings.');
  await pause(6);

  await pbx.answer(callId, EXTENSIONS.olga);
  say('Olga answers.');
  await pause(10);

  await pbx.hangUp(callId);
  say('Vera hangs up.');
}
