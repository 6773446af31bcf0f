import { runCommand } from './failure.ts';
import { serve } from './serving/serve.ts';
import { welcome } from './serving/welcome.ts';

// npm run dev
await runCommand(() => serve('dev', (address) => console.log(welcome(address))));
