import { z } from 'zod';
import { settings } from './env-settings';
import { bucketOf } from './films/place';
import type { FilmPlace } from './films/place';
import { scannerOf } from './scanner';
import type { Scanner } from './scanner';

type Name = keyof typeof settings;
const shape = z.object(
	Object.fromEntries(Object.entries(settings).map(([name, { shape }]) => [name, shape])) as {
		[N in Name]: (typeof settings)[N]['shape'];
	}
);

/** The office's own OpenID provider, as this portal is known there. */
export interface OpenIdDoor {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** What the button says. */
	name: string;
	/** Values of `amr` or `acr` that count as a second factor; none by default. */
	strong: readonly string[];
}

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
	/** The folder of public files, as `file:…`. */
	storageUrl: string;
	/** Where films and all else that entrants send lie; never served as public files. */
	films: FilmPlace;
	/** Whether an empty database gets the demonstration content; null is “not said”, which means yes. */
	demo: boolean | null;
	/** Password of the sample accounts; null for no such accounts. */
	demoPassword: string | null;
	/** False only on demonstrations: staff may sign in with a password alone. */
	secondFactorRequired: boolean;
	/** Null leaves mail in the outbox for the operator to see. */
	smtpUrl: string | null;
	/** Sender of all mail; null is `liantu@` the public host. */
	mailFrom: string | null;
	/** Another door for those who have an account there; null for none. */
	oidc: OpenIdDoor | null;
	/** What looks for malware in uploaded files; null for nothing. */
	clamd: Scanner | null;
	logLevel: z.output<(typeof settings)['LOG_LEVEL']['shape']>;
	metricsPort: number | null;
}

/** One wrong setting: its name, what is wrong with it and an example of a right one. */
interface Problem {
	name: string;
	problem: string;
	example: string;
}

const door = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;

/** Settings that are right alone and wrong together. */
function clashesIn(given: Partial<Record<string, string>>): Name[] {
	const missing = door.filter((name) => !given[name]);
	return [
		...(missing.length && missing.length < door.length ? missing : []),
		...(given.DEMO === 'off' && given.STAFF_SECOND_FACTOR === 'optional'
			? (['STAFF_SECOND_FACTOR'] as const)
			: []),
		...storeNames.filter((name) => needsKeys(given.STORAGE_URL) !== !!given[name])
	];
}

const storeNames = ['STORAGE_KEY', 'STORAGE_SECRET'] as const;
const needsKeys = (url: string | undefined): boolean => !!url && bucketOf(url) !== null;

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
	const clashes = clashesIn(given);
	if (!parsed.success || clashes.length) {
		const wrong = parsed.error?.issues.map(({ path }) => path[0] as Name) ?? [];
		const names = [...new Set([...wrong, ...clashes])];
		return {
			ok: false,
			problems: names.map((name) => ({
				name,
				problem: settings[name].problem,
				example: `${name}=${settings[name].example}`
			}))
		};
	}
	const { HOST, PORT, ORIGIN, DATA_DIR, DEMO, STORAGE_URL, ...rest } = parsed.data;
	const bucket = STORAGE_URL ? bucketOf(STORAGE_URL) : null;
	const folder = (!bucket && STORAGE_URL) || `file:${DATA_DIR}/files`;
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
			storageUrl: folder,
			films: bucket
				? { ...bucket, key: rest.STORAGE_KEY!, secret: rest.STORAGE_SECRET! }
				: { kind: 'folder', url: folder },
			demo: DEMO === undefined ? null : DEMO === 'on',
			demoPassword: rest.DEMO_PASSWORD ?? null,
			secondFactorRequired: rest.STAFF_SECOND_FACTOR === 'required',
			smtpUrl: rest.SMTP_URL ?? null,
			mailFrom: rest.MAIL_FROM ?? null,
			oidc: rest.OIDC_ISSUER
				? {
						issuer: rest.OIDC_ISSUER,
						clientId: rest.OIDC_CLIENT_ID!,
						clientSecret: rest.OIDC_CLIENT_SECRET!,
						name: rest.OIDC_NAME!,
						strong: rest.OIDC_STRONG
					}
				: null,
			clamd: rest.CLAMD ? scannerOf(rest.CLAMD) : null,
			logLevel: rest.LOG_LEVEL,
			metricsPort: rest.METRICS_PORT ?? null
		}
	};
}
