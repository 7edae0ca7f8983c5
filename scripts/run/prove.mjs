import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { run, say } from './process.mjs';
import { ensureTools } from './tools.mjs';

const SETTINGS =
	/^(?:HOST|PORT|ORIGIN|TRUST_PROXY|DATA_DIR|DATABASE_URL|DATABASE_TOKEN|STORAGE_URL|SMTP_URL|MAIL_FROM|DEMO|DEMO_PASSWORD|STAFF_SECOND_FACTOR|LOG_LEVEL|METRICS_PORT)$/;

/** @param {string} module @param {string[]} args */
const tool = (module, ...args) => [`node_modules/${module}`, ...args];

/** What has to pass before any test runs; each counts once when it fails. */
const CHECKS = /** @type {const} */ ([
	[
		'Types',
		[
			tool('@sveltejs/kit/svelte-kit.js', 'sync'),
			tool(
				'svelte-check/bin/svelte-check',
				'--tsconfig',
				'./tsconfig.json',
				'--fail-on-warnings',
				'--output',
				'human'
			)
		]
	],
	['Format', [tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')]],
	['Lint', [tool('eslint/bin/eslint.js', '--max-warnings', '0', '.')]]
]);

/**
 * Proves the whole: types, format, lint, build, laws, journeys. Ends with one plain line of totals.
 * @param {string[]} args further arguments for the test runner, e.g. part of a file name
 * @returns {Promise<number>} exit code: 0 only when nothing failed
 */
export async function prove(args) {
	await ensureInstalled({ dev: true });
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...process.env, CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined };
	for (const name of Object.keys(env)) if (SETTINGS.test(name)) delete env[name];
	const totals = { passed: 0, failed: 0 };

	heading('Tools');
	if (!(await ensureTools())) totals.failed++;
	for (const [name, commands] of CHECKS) {
		heading(name);
		for (const command of commands) {
			if ((await run(process.execPath, [...command], { env })) === 0) continue;
			totals.failed++;
			break;
		}
	}
	heading('Build');
	const built = (await build()) === 0;
	if (!built) totals.failed++;
	for (const projects of ['laws*', 'journeys']) {
		heading(projects === 'laws*' ? 'Laws' : 'Journeys');
		if (built || projects === 'laws*') await test(projects, args, env, totals);
		else {
			say('Not run: there is no build to walk through.');
			totals.failed++;
		}
	}
	process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
	return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}

/** @param {string} text */
const heading = (text) => process.stdout.write(`\n== ${text}\n`);

/**
 * Runs vitest projects and adds their numbers. A run that fails without a failed test (a file that
 * does not load, an unhandled error) counts as one failure.
 * @param {string} projects a name; `*` stands for any letters @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @param {{ passed: number, failed: number }} totals
 */
async function test(projects, args, env, totals) {
	const folder = mkdtempSync(join(tmpdir(), 'liantu-test-'));
	const report = join(folder, 'report.json');
	const code = await run(
		process.execPath,
		[
			...tool(
				'vitest/vitest.mjs',
				'run',
				'--project',
				projects,
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${report}`,
				'--passWithNoTests'
			),
			...args
		],
		{ env, limit: 25 * 60_000 }
	);
	let failed = 0;
	try {
		const seen = JSON.parse(readFileSync(report, 'utf8'));
		totals.passed += seen.numPassedTests;
		failed = seen.numFailedTests;
	} catch {
		say(`No report from “${projects}”.`);
	}
	totals.failed += code !== 0 && failed === 0 ? 1 : failed;
	rmSync(folder, { recursive: true, force: true });
}
