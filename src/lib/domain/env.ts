import { z } from 'zod';

/** Settings of one running portal, read once at start. */
export interface Env {
	host: string;
	port: number;
	/** Public address; its host is also the only one answered (besides loopback names for loopback). */
	origin: URL;
	/** Addresses or counts of trusted proxies, empty for none. */
	trustProxy: string[];
	dataDir: string;
	databaseUrl: string;
	databaseToken: string | undefined;
	storageUrl: string;
	demo: boolean | null;
	logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
	metricsPort: number | null;
}

/** One wrong setting: its name, what is wrong with it and an example of a right one. */
export interface Problem {
	name: string;
	problem: string;
	example: string;
}

const port = (value: string | undefined, fallback: number | null) =>
	z
		.string()
		.regex(/^\d{1,5}$/)
		.transform(Number)
		.refine((number) => number >= 0 && number <= 65_535)
		.nullable()
		.safeParse(value ?? (fallback === null ? null : String(fallback)));

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function url(text: string, protocols: readonly string[]): URL | null {
	const parsed = URL.canParse(text) ? new URL(text) : null;
	return parsed && protocols.includes(parsed.protocol) ? parsed : null;
}

/**
 * Reads and checks the settings. All problems are reported at once, each with an example, so that
 * an operator mends a wrong configuration in one go. Empty values count as not set.
 */
export function readEnv(
	raw: Record<string, string | undefined>
): { ok: true; value: Env } | { ok: false; problems: Problem[] } {
	const problems: Problem[] = [];
	const wrong = (name: string, problem: string, example: string) =>
		problems.push({ name, problem, example: `${name}=${example}` });
	const get = (name: string) => raw[name]?.trim() || undefined;

	const host = get('HOST') ?? '127.0.0.1';
	if (!/^[A-Za-z0-9.:-]+$/.test(host)) wrong('HOST', 'is not an address to listen on', '127.0.0.1');

	const listen = port(get('PORT'), 3000);
	if (!listen.success) wrong('PORT', 'must be a whole number from 0 to 65535', '3000');
	const portNumber = listen.success ? (listen.data ?? 3000) : 3000;

	const originText = get('ORIGIN') ?? `http://127.0.0.1:${portNumber}`;
	const origin = url(originText, ['http:', 'https:']);
	if (!origin || origin.pathname !== '/' || origin.search || origin.hash || origin.username)
		wrong(
			'ORIGIN',
			'must be the public address: http(s)://host[:port] and nothing after it',
			'https://lian.example.gov.cn'
		);

	const trustProxy = (get('TRUST_PROXY') ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
	if (trustProxy.some((part) => !/^(\d{1,2}|loopback|[0-9a-fA-F.:]+(\/\d{1,3})?)$/.test(part)))
		wrong(
			'TRUST_PROXY',
			'must be a number of proxies or a list of their addresses or networks',
			'10.0.0.0/8,loopback'
		);

	const dataDir = get('DATA_DIR') ?? 'data';
	if (dataDir.includes('\0')) wrong('DATA_DIR', 'is not a folder name', 'data');

	const databaseUrl = get('DATABASE_URL') ?? `file:${dataDir}/liantu.db`;
	if (!/^(file:.|libsql:\/\/.|https?:\/\/.|wss?:\/\/.)/.test(databaseUrl))
		wrong(
			'DATABASE_URL',
			'must begin with file:, libsql://, http:// or https://',
			'file:data/liantu.db'
		);

	const storageUrl = get('STORAGE_URL') ?? `file:${dataDir}/files`;
	if (!storageUrl.startsWith('file:') || storageUrl.length === 5)
		wrong('STORAGE_URL', 'must begin with file: and name a folder', 'file:data/files');

	const demoText = get('DEMO');
	if (demoText !== undefined && demoText !== 'on' && demoText !== 'off')
		wrong('DEMO', 'must be on or off', 'off');

	const logLevel = (get('LOG_LEVEL') ?? 'info') as Env['logLevel'];
	if (!levels.includes(logLevel)) wrong('LOG_LEVEL', `must be one of ${levels.join(', ')}`, 'info');

	const metrics = port(get('METRICS_PORT'), null);
	if (!metrics.success) wrong('METRICS_PORT', 'must be a whole number from 0 to 65535', '9464');

	if (problems.length || !origin) return { ok: false, problems };
	return {
		ok: true,
		value: {
			host,
			port: portNumber,
			origin,
			trustProxy,
			dataDir,
			databaseUrl,
			databaseToken: get('DATABASE_TOKEN'),
			storageUrl,
			demo: demoText === undefined ? null : demoText === 'on',
			logLevel,
			metricsPort: metrics.success ? metrics.data : null
		}
	};
}
