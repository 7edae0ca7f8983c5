import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's directory, wherever the command was typed. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Says something to the person at the terminal; standard output stays free for results. @param {string} text */
export const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Runs a program in the project and resolves with its exit code (128 + signal when it was killed,
 * 127 when it could not be started). Signals that reach us are passed on.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdin?: boolean, quiet?: boolean, limit?: number }} [options]
 *   quiet: keep the output and show it only on failure; limit: milliseconds until it is killed
 * @returns {Promise<number>}
 */
export function run(
	program,
	args,
	{ env = process.env, stdin = false, quiet = false, limit } = {}
) {
	return new Promise((done) => {
		const out = quiet ? 'pipe' : 'inherit';
		const child = spawn(program, args, {
			cwd: root,
			env,
			stdio: [stdin ? 'inherit' : 'ignore', out, out]
		});
		/** @type {Buffer[]} */
		const held = [];
		child.stdout?.on('data', (chunk) => held.push(chunk));
		child.stderr?.on('data', (chunk) => held.push(chunk));
		const timer = limit ? setTimeout(() => child.kill('SIGKILL'), limit) : undefined;
		/** @param {NodeJS.Signals} signal */
		const pass = (signal) => void child.kill(signal);
		process.on('SIGINT', pass).on('SIGTERM', pass);
		/** @param {number} code */
		const finish = (code) => {
			clearTimeout(timer);
			process.off('SIGINT', pass).off('SIGTERM', pass);
			if (code !== 0) process.stderr.write(Buffer.concat(held));
			done(code);
		};
		child.once('error', () => finish(127));
		child.once('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)));
	});
}

/** Runs npm with the node and npm of this very command. @param {string[]} args @param {{ quiet?: boolean }} [options] */
export function npm(args, options) {
	const cli = process.env.npm_execpath;
	return cli?.endsWith('.js')
		? run(process.execPath, [cli, ...args], options)
		: run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
