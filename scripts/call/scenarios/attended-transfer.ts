import { CALLERS, EXTENSIONS, LINES } from '../demo-world.ts';
import type { Stage } from '../stage.ts';

/** Olga asks Marta first, then hands Teresa over to her: the inquiry wizard opens at Marta. */
export async function attendedTransfer({ pbx, say, pause }: Stage): Promise<void> {
  const fromOlgaToMarta = { from: EXTENSIONS.olga, to: EXTENSIONS.marta };
  const callId = await pbx.ring({
    from: CALLERS.teresa.number,
    line: LINES.deliveryHotline,
    extensions: [EXTENSIONS.olga],
    name: CALLERS.teresa.name,
  });
  say('Teresa Lis of Lis Logistics calls the delivery hotline: Olga (101) rings.');
  await pause(3);

  await pbx.answer(callId, EXTENSIONS.olga);
  say('Olga answers.');
  await pause(4);

  await pbx.hold(callId);
  const consultId = await pbx.consult(callId, fromOlgaToMarta);
  say('Olga puts Teresa on hold and calls Marta (103).');
  await pause(3);

  await pbx.answer(consultId, EXTENSIONS.marta);
  say('Marta answers Olga.');
  await pause(4);

  await pbx.completeTransfer(callId, consultId, fromOlgaToMarta);
  say('Olga completes the transfer: Marta talks with Teresa, and accepts the inquiry.');
  await pause(20);

  await pbx.hangUp(callId, 'operator');
  say('Marta hangs up.');
}
