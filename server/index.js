// What supervisors and tests start: `node server/index.js`. Plain JavaScript, so that nothing has to
// be compiled while starting; the real door is build/bin/main.js, made from server/main.ts.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'build', 'bin', 'main.js');

if (!existsSync(main)) {
	console.error('Nothing is built yet. “npm start” installs, builds and starts.');
	process.exit(1);
}

const { start } = await import(pathToFileURL(main).href);
await start(root);
