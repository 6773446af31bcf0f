import { runCommand } from './failure.ts';
import { serve } from './serving/serve.ts';
import { welcome } from './serving/welcome.ts';

// npm run demo, after scripts/demo.mjs
await runCommand(() => serve('demo', (address) => console.log(welcome(address))));
