import { describe, expect, it } from 'vitest';
import { readEnv } from './env';

describe('settings', () => {
	it('need nothing at all', () => {
		const read = readEnv({});
		expect(read.ok && read.value).toEqual({
			host: '127.0.0.1',
			port: 3000,
			origin: new URL('http://127.0.0.1:3000'),
			trustProxy: [],
			dataDir: 'data',
			databaseUrl: 'file:data/liantu.db',
			databaseToken: undefined,
			storageUrl: 'file:data/files',
			films: { kind: 'folder', url: 'file:data/files' },
			demo: null,
			demoPassword: null,
			secondFactorRequired: true,
			smtpUrl: null,
			mailFrom: null,
			oidc: null,
			clamd: null,
			logLevel: 'info',
			metricsPort: null
		});
	});

	it('report every problem at once, each with an example that would pass', () => {
		const wrong = {
			HOST: 'a b',
			PORT: '70000',
			ORIGIN: 'https://lian.example.gov.cn/path',
			TRUST_PROXY: 'everybody',
			DATABASE_URL: 'mysql://x',
			STORAGE_URL: 'ftp://x',
			STORAGE_KEY: 'x'.repeat(201),
			STORAGE_SECRET: 'x'.repeat(1001),
			DEMO: 'maybe',
			DEMO_PASSWORD: 'short',
			STAFF_SECOND_FACTOR: 'sometimes',
			SMTP_URL: 'mail.example.gov.cn',
			MAIL_FROM: 'not an address',
			OIDC_ISSUER: 'http://id.example.gov.cn',
			OIDC_CLIENT_ID: 'x'.repeat(301),
			OIDC_CLIENT_SECRET: 'x'.repeat(1001),
			OIDC_NAME: 'x'.repeat(41),
			CLAMD: 'clamd',
			LOG_LEVEL: 'loud',
			METRICS_PORT: '-1'
		};
		const read = readEnv(wrong);
		expect(read.ok).toBe(false);
		const problems = read.ok ? [] : read.problems;
		expect(problems.map(({ name }) => name).sort()).toEqual(Object.keys(wrong).sort());
		const right = (some: typeof problems) =>
			Object.fromEntries(some.map(({ name, example }) => [name, example.slice(name.length + 1)]));
		const door = problems.filter(({ name }) => name.startsWith('OIDC_'));
		const together = /^(?:OIDC_|STORAGE_(?:KEY|SECRET))/;
		for (const one of problems.filter(({ name }) => !together.test(name)))
			expect([one.name, readEnv(right([one])).ok]).toEqual([one.name, true]);
		expect([door.length, readEnv(right(door)).ok]).toEqual([4, true]);
	});

	it('take an empty value as not set', () => {
		expect(readEnv({ PORT: '', ORIGIN: ' ' })).toEqual(readEnv({}));
	});

	it('follow the port in the address when none is given', () => {
		const read = readEnv({ PORT: '4100' });
		expect(read.ok && read.value.origin.href).toBe('http://127.0.0.1:4100/');
	});

	it('let staff go without a second factor on demonstrations only', () => {
		const optional = { STAFF_SECOND_FACTOR: 'optional' };
		expect(
			[optional, { ...optional, DEMO: 'on' }, { ...optional, DEMO: 'off' }].map((raw) => {
				const read = readEnv(raw);
				return read.ok ? read.value.secondFactorRequired : read.problems.map(({ name }) => name);
			})
		).toEqual([false, false, ['STAFF_SECOND_FACTOR']]);
	});

	it('take another door whole or not at all', () => {
		const read = readEnv({ OIDC_ISSUER: 'https://id.example.gov.cn', OIDC_NAME: '统一认证' });
		expect(read.ok ? [] : read.problems.map(({ name }) => name)).toEqual([
			'OIDC_CLIENT_ID',
			'OIDC_CLIENT_SECRET'
		]);
	});

	it('take a bucket with both its keys, and keys with a bucket only', () => {
		const STORAGE_URL = 's3://films?endpoint=https://store.example.gov.cn:7480';
		const keys = { STORAGE_KEY: 'liantu', STORAGE_SECRET: 'secret' };
		const tried = (raw: Record<string, string>) => {
			const read = readEnv(raw);
			return read.ok
				? [read.value.films, read.value.storageUrl]
				: read.problems.map(({ name }) => name);
		};
		expect(tried({ STORAGE_URL, ...keys })).toEqual([
			{
				kind: 's3',
				bucket: 'films',
				endpoint: 'https://store.example.gov.cn:7480',
				region: 'us-east-1',
				key: 'liantu',
				secret: 'secret'
			},
			'file:data/files'
		]);
		expect(tried({ STORAGE_URL })).toEqual(['STORAGE_KEY', 'STORAGE_SECRET']);
		expect(tried(keys)).toEqual(['STORAGE_KEY', 'STORAGE_SECRET']);
		for (const wrong of [
			's3://films',
			's3://films?endpoint=ftp://x',
			's3://films?endpoint=http://x/path',
			's3://key:secret@films?endpoint=http://x',
			's3://films/folder?endpoint=http://x',
			's3://films?endpoint=http://x&acl=public'
		])
			expect(tried({ STORAGE_URL: wrong, ...keys })).toContain('STORAGE_URL');
	});
});
