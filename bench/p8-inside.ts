import { endWithStarter } from '../scripts/asterisk/end-with-starter.ts';
import { startTrialPbx } from '../scripts/asterisk/trial-pbx.ts';
import { Failure, runCommand } from '../scripts/failure.ts';
import { withTrialServer } from '../scripts/serving/trial-server.ts';
import type { PhoneNews } from './p8.ts';
import { phoneRound } from './phone-round.ts';
import type { PhoneSample } from './phone-sample.ts';
import { floorPhone, openBrowser, oursPhone } from './phones.ts';

const ROUNDS = 7;
const CALLS_PER_ROUND = 3;

// Run by p8.ts in a network of its own.
endWithStarter();

await runCommand(async () => {
  let phones: (url: string) => Promise<PhoneSample[]> = () => Promise.reject(new Failure('Nothing was prepared.'));
  await withTrialServer(
    (server) => phones(server.url).then((samples) => send({ samples })),
    async (undo, trial) => {
      const pbx = await startTrialPbx(undo, trial);
      const browser = await openBrowser(undo, pbx);
      const floor = await floorPhone(undo, pbx);
      phones = async (url) => {
        const contenders = [floor, await oursPhone(browser, url)];
        send({ tell: 'warming up' });
        for (const phone of contenders) await phoneRound(browser, phone, pbx.settings, 1);

        const samples: PhoneSample[] = [];
        for (let index = 1; index <= ROUNDS; index += 1) {
          send({ tell: `round ${index} of ${ROUNDS}` });
          for (const phone of contenders) samples.push(await phoneRound(browser, phone, pbx.settings, CALLS_PER_ROUND));
          // Who goes first alternates, so that neither always meets the machine the other has warmed.
          contenders.reverse();
        }
        return samples;
      };
    },
  );
});

function send(news: PhoneNews): void {
  process.send?.(news);
}
