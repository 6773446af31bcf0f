import { CALLERS, EXTENSIONS, LINES } from '../demo-world.ts';
import type { Stage } from '../stage.ts';

/** Two operators ring and one answers: the other's card leaves at once. */
export async function answeredElsewhere({ pbx, say, pause }: Stage): Promise<void> {
  const callId = await pbx.ring({
    from: CALLERS.adam.number,
    line: LINES.deliveryHotline,
    extensions: [EXTENSIONS.olga, EXTENSIONS.oskar],
    name: CALLERS.adam.name,
  });
  say('Adam Nowak calls the delivery hotline: Olga (101) and Oskar (102) ring.');
  await pause(5);

  await pbx.answer(callId, EXTENSIONS.oskar);
  say('Oskar answers, and Olga stops ringing.');
  await pause(8);

  await pbx.hangUp(callId);
  say('Adam hangs up.');
}
