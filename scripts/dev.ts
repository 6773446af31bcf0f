import { runCommand } from './failure.ts';
import { readServeArguments } from './serving/arguments.ts';
import { serve } from './serving/serve.ts';
import { welcome } from './serving/welcome.ts';

// npm run dev, or on a real PBX: npm run dev -- --asterisk
await runCommand(async () => {
  const { withAsterisk } = readServeArguments(process.argv.slice(2));
  await serve('dev', { withAsterisk, onReady: (address) => console.log(welcome(address, withAsterisk)) });
});
