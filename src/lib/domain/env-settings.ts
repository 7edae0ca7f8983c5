import { z } from 'zod';
import { bucketOf } from './films/place';
import { scannerOf } from './scanner';

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

const isUrl = (protocols: RegExp) => (text: string) =>
	URL.canParse(text) && protocols.test(new URL(text).protocol) && !!new URL(text).hostname;

/** An OpenID provider on another machine must be asked over TLS. */
const isIssuer = (text: string) =>
	isUrl(/^https:$/)(text) ||
	(isUrl(/^http:$/)(text) && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(text).hostname));

/**
 * Every setting: its shape, what is wrong when it does not fit, and an example that does. Empty
 * values count as not set; names without a default here are filled in by `readEnv`.
 */
export const settings = {
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
			.refine((text) => /^file:./.test(text) || bucketOf(text) !== null)
			.optional(),
		problem: 'must be file: and a folder, or s3://bucket?endpoint=http(s)://host[:port]',
		example: 'file:data/files'
	},
	STORAGE_KEY: {
		shape: z.string().max(200).optional(),
		problem: 'is set together with STORAGE_SECRET and a STORAGE_URL that begins with s3://',
		example: 'liantu'
	},
	STORAGE_SECRET: {
		shape: z.string().max(1000).optional(),
		problem: 'is set together with STORAGE_KEY and a STORAGE_URL that begins with s3://',
		example: 'a-secret-of-the-store'
	},
	DEMO: {
		shape: z.enum(['on', 'off']).optional(),
		problem: 'must be on or off',
		example: 'off'
	},
	DEMO_PASSWORD: {
		shape: z.string().min(12).max(128).optional(),
		problem: 'must have 12 to 128 characters',
		example: 'a-long-phrase-of-your-own'
	},
	STAFF_SECOND_FACTOR: {
		shape: z.enum(['required', 'optional']).default('required'),
		problem: 'must be required, or optional while DEMO is not off',
		example: 'required'
	},
	SMTP_URL: {
		shape: z
			.string()
			.refine(isUrl(/^smtps?:$/))
			.optional(),
		problem: 'must be smtp://[user:password@]host[:port] or smtps://…',
		example: 'smtps://portal:secret@mail.example.gov.cn:465'
	},
	MAIL_FROM: {
		shape: z
			.string()
			.regex(/^(?:[^<>\x00-\x1f]{1,80} <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/)
			.optional(),
		problem: 'must be a mail address, alone or after a name',
		example: 'Liantu <liantu@example.gov.cn>'
	},
	OIDC_ISSUER: {
		shape: z.string().refine(isIssuer).optional(),
		problem:
			'must be the https:// address of the OpenID provider, set together with OIDC_CLIENT_ID',
		example: 'https://id.example.gov.cn'
	},
	OIDC_CLIENT_ID: {
		shape: z.string().max(300).optional(),
		problem: 'is set together with OIDC_ISSUER, OIDC_CLIENT_SECRET and OIDC_NAME, or not at all',
		example: 'liantu'
	},
	OIDC_CLIENT_SECRET: {
		shape: z.string().max(1000).optional(),
		problem: 'is set together with OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_NAME, or not at all',
		example: 'a-secret-of-the-provider'
	},
	OIDC_NAME: {
		shape: z.string().max(40).optional(),
		problem: 'must be the name on the button, at most 40 characters, set with the other OIDC_…',
		example: '统一身份认证'
	},
	OIDC_STRONG: {
		shape: z
			.string()
			.transform((text) => text.split(/[\s,]+/).filter(Boolean))
			.pipe(z.array(z.string().max(200)).max(20))
			.default([]),
		problem: 'must list the amr or acr values of the provider that count as a second factor',
		example: 'mfa,hwk'
	},
	CLAMD: {
		shape: z
			.string()
			.refine((text) => scannerOf(text) !== null)
			.optional(),
		problem: 'must be where clamd listens: host:port, or the path of its socket',
		example: '127.0.0.1:3310'
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
