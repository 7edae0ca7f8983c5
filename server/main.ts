import { existsSync } from 'node:fs';
import net from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEnv, type Env } from '$lib/domain/env';
import { shared } from '$lib/server/shared';
import { trustOf, type Trust } from './address';
import { UPLOAD_LIMIT } from './bodies';
import { AnswerCache } from './cache';
import type { Application } from './forward';
import { siteOf } from './hosts';
import { makeServer } from './listen';
import { lockDataDir, lockedSentence } from './lock';
import { openLog } from './log';
import { Metrics, serveMetrics } from './metrics';
import { readAssets } from './statics';
import { makeStopper } from './stop';

/** Exit codes of sysexits.h, which supervisors understand. */
const EX_CONFIG = 78;
const EX_TEMPFAIL = 75;
const BODY_LIMIT = 512 * 1024;

const say = (text: string) => process.stderr.write(`${text}\n`);

function leave(code: number, ...lines: string[]): never {
	for (const line of lines) say(line);
	process.exit(code);
}

function settings(): { env: Env; trust: Trust } {
	const read = readEnv(process.env);
	const problems = read.ok ? [] : read.problems;
	try {
		if (read.ok) return { env: read.value, trust: trustOf(read.value.trustProxy) };
	} catch (error) {
		problems.push({
			name: 'TRUST_PROXY',
			problem: error instanceof Error ? error.message : 'is not a list of addresses',
			example: 'TRUST_PROXY=10.0.0.0/8,loopback'
		});
	}
	return leave(
		EX_CONFIG,
		'The settings are wrong, so the server does not start:',
		...problems.map(({ name, problem, example }) => `  ${name} ${problem}, e.g. ${example}`)
	);
}

/** What adapter-node reads from the environment by itself, made to agree with our settings. */
function tellAdapter(env: Env, port: number): URL {
	const origin = new URL(env.origin);
	if (env.port === 0 && origin.port === '0') origin.port = String(port);
	for (const name of ['HOST_HEADER', 'PROTOCOL_HEADER', 'PORT_HEADER', 'XFF_DEPTH', 'SOCKET_PATH'])
		delete process.env[name];
	process.env.ORIGIN = origin.origin;
	process.env.PORT = String(port);
	process.env.ADDRESS_HEADER = 'x-liantu-client';
	// The door holds every address to its own limit; the adapter knows one for all.
	process.env.BODY_SIZE_LIMIT = String(UPLOAD_LIMIT);
	return origin;
}

function freePort(host: string): Promise<number> {
	return new Promise((found, failed) => {
		const probe = net.createServer().on('error', failed);
		probe.listen(0, host, () => {
			const { port } = probe.address() as net.AddressInfo;
			probe.close(() => found(port));
		});
	});
}

/**
 * Starts the portal from the built files in `root/build` and serves until it is told to stop.
 * Exits with 78 for wrong settings, 75 when the data directory or the port is taken.
 */
export async function start(root: string): Promise<void> {
	// Relative settings mean the same from a terminal and from a supervisor.
	process.chdir(root);
	const { env, trust } = settings();
	const handlerFile = join(root, 'build', 'handler.js');
	if (!existsSync(handlerFile))
		leave(1, 'The pages are not built yet. Run “npm start”, or build first.');

	const dataDir = resolve(env.dataDir);
	const lock = lockDataDir(dataDir, 'server');
	if (!lock.ok) leave(EX_TEMPFAIL, lockedSentence(dataDir, lock));

	const { log, flush } = openLog(env.logLevel);
	shared.root = root;
	shared.report = (err, id) => log.error({ id, err }, 'defect');
	shared.closers.unshift(async () => lock.release());
	const servers: ReturnType<typeof makeServer>[] = [];
	const stopper = makeStopper({
		servers: () => servers,
		closers: shared.closers,
		say: (text) => log.info(text),
		exit(code) {
			flush();
			process.exit(code);
		}
	});
	process.on('SIGTERM', () => stopper.stop('SIGTERM'));
	process.on('SIGINT', () => stopper.stop('SIGINT'));
	process.on('disconnect', () => stopper.stop('parent gone'));
	process.channel?.unref();

	let serving = false;
	const broken = (what: string) => (err: unknown) => {
		log.fatal({ err }, what);
		flush();
		if (!serving)
			leave(1, `The server could not start: ${err instanceof Error ? err.message : String(err)}`);
	};
	// One broken request must not take the site from everybody else; each has its own error path.
	process.on('uncaughtException', broken('uncaught exception'));
	process.on('unhandledRejection', broken('unhandled rejection'));

	const port = env.port === 0 ? await freePort(env.host) : env.port;
	const origin = tellAdapter(env, port);
	const { handler } = (await import(/* @vite-ignore */ pathToFileURL(handlerFile).href)) as {
		handler: Application;
	};

	const cache = new AnswerCache();
	const metrics = new Metrics();
	const server = makeServer({
		site: siteOf(origin),
		trust,
		application: handler,
		assets: readAssets(join(root, 'build')),
		shared,
		cache,
		log,
		record: (status, ms) => metrics.record(status, ms),
		now: Date.now,
		bodyLimit: BODY_LIMIT,
		stopping: stopper.stopping
	});
	server.on('error', (error: NodeJS.ErrnoException) => {
		flush();
		if (error.code === 'EADDRINUSE')
			leave(
				EX_TEMPFAIL,
				`Port ${port} on ${env.host} is in use. Stop the other program or set another port, e.g. PORT=3001.`
			);
		if (error.code === 'EACCES')
			leave(EX_CONFIG, `Port ${port} may not be opened by this user, e.g. PORT=3000.`);
		broken('server error')(error);
	});
	server.listen(port, env.host, () => {
		serving = true;
		servers.push(server);
		if (env.metricsPort !== null) servers.push(serveMetrics(env.metricsPort, metrics, cache));
		log.info({ address: origin.origin, pid: process.pid }, 'listening');
		flush();
		say(`Liantu is ready: ${origin.origin}`);
		for (const notice of shared.notices) say(`  · ${notice}`);
	});
}
