import { Failure } from '../failure.ts';
import { CALLER_CONTEXT, OUTSIDE_CHANNEL, SPEAKS } from './demo-outside.ts';
import { homeOfDemoPbx } from './demo-pbx.ts';
import { readAsterisk } from './kept.ts';
import { type PrivateAsterisk, privateAsterisk } from './private-asterisk.ts';

const NUMBER = /^\+?\d{3,15}$/;

/** Somebody outside calls a line of the demo's Asterisk; they speak first, and then say what they hear. */
export async function callIn(dataFolder: string, { from, line }: { from: string; line: string }): Promise<void> {
  if (!NUMBER.test(line)) throw new Failure(`"${line}" is not a number: --line takes one like +48221000001.`);
  if (!NUMBER.test(from) && from !== 'anonymous') {
    throw new Failure(`"${from}" is not a number: --from takes one like +48600100101, or "anonymous".`);
  }
  await demoPbx(dataFolder).cli(`channel originate Local/${line}*${from}@${CALLER_CONTEXT} extension ${SPEAKS}`);
}

/** Everybody outside hangs up. Answers how many did. */
export async function hangUpOutside(dataFolder: string): Promise<number> {
  const pbx = demoPbx(dataFolder);
  const channels = (await pbx.cli('core show channels concise')).split('\n').map((line) => line.split('!')[0] ?? '');
  const outside = channels.filter((channel) => channel.startsWith(OUTSIDE_CHANNEL));
  for (const channel of outside) await pbx.cli(`channel request hangup ${channel}`);
  return outside.length;
}

function demoPbx(dataFolder: string): PrivateAsterisk {
  const home = homeOfDemoPbx(dataFolder);
  const kept = readAsterisk(home);
  const pbx = kept && privateAsterisk(home, kept.asterisk);
  if (!pbx?.isRunning()) throw new Failure(`No Asterisk runs on ${dataFolder}. Start one: npm run demo -- --asterisk`);
  return pbx;
}
