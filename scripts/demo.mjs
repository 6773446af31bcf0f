import './node-version.mjs';

// npm run demo. Plain JavaScript until the packages are there; scripts/demo.ts does the rest.
const { installPackages } = await import('./packages.mjs');
installPackages();

const { register } = await import('tsx/esm/api');
register();
await import('./demo.ts');
