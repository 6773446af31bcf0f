import { runCommand } from './failure.ts';
import { readServeArguments } from './serving/arguments.ts';
import { serve } from './serving/serve.ts';
import { welcome } from './serving/welcome.ts';

// npm run demo, after scripts/demo.mjs. `npm run demo -- --asterisk` is the same on a real PBX.
await runCommand(async () => {
  const { withAsterisk } = readServeArguments(process.argv.slice(2));
  await serve('demo', { withAsterisk, onReady: (address) => console.log(welcome(address, withAsterisk)) });
});
