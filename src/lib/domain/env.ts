import { z } from 'zod';

/** A port to listen on; 0 lets the system choose. */
const port = z
	.string()
	.regex(/^\d{1,5}$/)
	.transform(Number)
	.refine((number) => number <= 65_535);

const isOrigin = (text: string) => {
	const url = URL.canParse(text) ? new URL(text) : null;
	return !!url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
};

/**
 * Every setting: its shape, what is wrong when it does not fit, and an example that does. Empty
 * values count as not set; names without a default here are filled in by {@link readEnv}.
 */
const settings = {
	HOST: {
		shape: z
			.string()
			.regex(/^[A-Za-z0-9.:-]+$/)
			.default('127.0.0.1'),
		problem: 'is not an address to listen on',
		example: '127.0.0.1'
	},
	PORT: {
		shape: port.default(3000),
		problem: 'must be a whole number from 0 to 65535',
		example: '3000'
	},
	ORIGIN: {
		shape: z.string().refine(isOrigin).optional(),
		problem: 'must be the public address, http(s)://host[:port], and nothing after it',
		example: 'https://lian.example.gov.cn'
	},
	TRUST_PROXY: {
		shape: z
			.string()
			.transform((text) => text.split(',').map((part) => part.trim()))
			.pipe(z.array(z.string().regex(/^(\d{1,2}|loopback|[0-9a-fA-F.:]+(\/\d{1,3})?)$/)))
			.default([]),
		problem: 'must be a number of proxies or a list of their addresses or networks',
		example: 'loopback,10.0.0.0/8'
	},
	DATA_DIR: {
		shape: z
			.string()
			.refine((text) => !text.includes('\0'))
			.default('data'),
		problem: 'is not the name of a folder',
		example: 'data'
	},
	DATABASE_URL: {
		shape: z
			.string()
			.regex(/^(file:|(libsql|https?|wss?):\/\/)./)
			.optional(),
		problem: 'must begin with file:, libsql://, http:// or https://',
		example: 'file:data/liantu.db'
	},
	DATABASE_TOKEN: {
		shape: z.string().optional(),
		problem: 'is not a token',
		example: 'eyJhbGciOi…'
	},
	STORAGE_URL: {
		shape: z
			.string()
			.regex(/^file:./)
			.optional(),
		problem: 'must begin with file: and name a folder',
		example: 'file:data/files'
	},
	DEMO: {
		shape: z.enum(['on', 'off']).optional(),
		problem: 'must be on or off',
		example: 'off'
	},
	LOG_LEVEL: {
		shape: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
		problem: 'must be one of fatal, error, warn, info, debug, trace, silent',
		example: 'info'
	},
	METRICS_PORT: {
		shape: port.optional(),
		problem: 'must be a whole number from 0 to 65535',
		example: '9464'
	}
} as const;

type Name = keyof typeof settings;
const shape = z.object(
	Object.fromEntries(Object.entries(settings).map(([name, { shape }]) => [name, shape])) as {
		[N in Name]: (typeof settings)[N]['shape'];
	}
);

/** Settings of one running portal, read once at start. */
export interface Env {
	host: string;
	port: number;
	/** Public address; its host is also the only one answered (besides loopback names for loopback). */
	origin: URL;
	/** A count of trusted proxies, or their addresses and networks; empty for none. */
	trustProxy: string[];
	dataDir: string;
	databaseUrl: string;
	databaseToken: string | undefined;
	storageUrl: string;
	/** Whether an empty database gets the demonstration content; null is “not said”, which means yes. */
	demo: boolean | null;
	logLevel: z.output<(typeof settings)['LOG_LEVEL']['shape']>;
	metricsPort: number | null;
}

/** One wrong setting: its name, what is wrong with it and an example of a right one. */
export interface Problem {
	name: string;
	problem: string;
	example: string;
}

/**
 * Reads and checks the settings. All problems are reported at once, each with an example, so that
 * an operator mends a wrong configuration in one go.
 * @param raw the environment, e.g. `process.env`; names that are not ours are ignored.
 */
export function readEnv(
	raw: Record<string, string | undefined>
): { ok: true; value: Env } | { ok: false; problems: Problem[] } {
	const given = Object.fromEntries(
		Object.keys(settings).flatMap((name) => {
			const value = raw[name]?.trim();
			return value ? [[name, value]] : [];
		})
	);
	const parsed = shape.safeParse(given);
	if (!parsed.success) {
		const names = [...new Set(parsed.error.issues.map(({ path }) => path[0] as Name))];
		return {
			ok: false,
			problems: names.map((name) => ({
				name,
				problem: settings[name].problem,
				example: `${name}=${settings[name].example}`
			}))
		};
	}
	const { HOST, PORT, ORIGIN, DATA_DIR, DEMO, ...rest } = parsed.data;
	return {
		ok: true,
		value: {
			host: HOST,
			port: PORT,
			origin: new URL(ORIGIN ?? `http://127.0.0.1:${PORT}`),
			trustProxy: rest.TRUST_PROXY,
			dataDir: DATA_DIR,
			databaseUrl: rest.DATABASE_URL ?? `file:${DATA_DIR}/liantu.db`,
			databaseToken: rest.DATABASE_TOKEN,
			storageUrl: rest.STORAGE_URL ?? `file:${DATA_DIR}/files`,
			demo: DEMO === undefined ? null : DEMO === 'on',
			logLevel: rest.LOG_LEVEL,
			metricsPort: rest.METRICS_PORT ?? null
		}
	};
}
