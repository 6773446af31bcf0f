import './node-version.mjs';

// npm test. Plain JavaScript until the packages are there; scripts/test.ts does the rest.
const { installPackages } = await import('./packages.mjs');
installPackages();

const { register } = await import('tsx/esm/api');
register();
await import('./test.ts');
