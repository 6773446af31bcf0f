import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A file of this folder as a script for a page. */
export async function bundleForPage(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'iife', write: false });
  return outputFiles[0]?.text ?? '';
}
