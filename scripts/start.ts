import { runCommand } from './failure.ts';
import { serve } from './serving/serve.ts';

// npm start
await runCommand(() => serve('start', { onReady: (address) => console.log(`Offhook is ready on ${address.url}`) }));
