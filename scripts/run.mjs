// What stands behind every npm script: brings a fresh clone to the point where the command can run,
// then runs it. Plain JavaScript without dependencies, because nothing may be installed yet.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './run/build.mjs';
import { ensureInstalled } from './run/install.mjs';
import { root, run, say } from './run/process.mjs';
import { prove } from './run/prove.mjs';
import { refuseIfServing, serve } from './run/serve.mjs';

const [command = 'start', ...args] = process.argv.slice(2);
const compiled = [
	'seed',
	'import',
	'backup',
	'restore',
	'check-data',
	'admin',
	'audit',
	'corrections',
	'draw',
	'draw-base',
	'settings',
	'tally',
	'bench'
];

process.chdir(root);
if (command === 'start') {
	refuseIfServing();
	await ensureInstalled({ dev: false });
	await ensureBuilt();
	serve(['server/index.js', ...args]);
} else if (command === 'dev') {
	await ensureInstalled({ dev: true });
	serve(['node_modules/vite/bin/vite.js', 'dev', ...args]);
} else if (command === 'build') {
	await ensureInstalled({ dev: false });
	await ensureBuilt();
} else if (command === 'test') {
	process.exit(await prove(args));
} else if (compiled.includes(command)) {
	if (!existsSync(join(root, 'scripts', `${command}.ts`))) {
		say(`“${command}” is not part of this version.`);
		process.exit(64);
	}
	await ensureInstalled({ dev: command === 'bench' });
	await ensureBuilt();
	process.exit(await run(process.execPath, [`build/bin/${command}.js`, ...args], { stdin: true }));
} else {
	say(`Unknown command “${command}”. Known: start, dev, build, test, ${compiled.join(', ')}.`);
	process.exit(64);
}
