import { build } from './building/build.ts';
import { runCommand } from './failure.ts';

// npm run build
await runCommand(build);
