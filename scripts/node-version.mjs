// Imported first by the two commands of the README: says in a sentence what an old Node would say with a stack.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`\nOffhook needs Node 20.19 or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org\n`);
  process.exit(1);
}
