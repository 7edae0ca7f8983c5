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
			demo: null,
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
			DEMO: 'maybe',
			LOG_LEVEL: 'loud',
			METRICS_PORT: '-1'
		};
		const read = readEnv(wrong);
		expect(read.ok).toBe(false);
		const problems = read.ok ? [] : read.problems;
		expect(problems.map(({ name }) => name).sort()).toEqual(Object.keys(wrong).sort());
		for (const { name, example } of problems)
			expect(readEnv({ [name]: example.slice(name.length + 1) }).ok).toBe(true);
	});

	it('take an empty value as not set', () => {
		expect(readEnv({ PORT: '', ORIGIN: ' ' })).toEqual(readEnv({}));
	});

	it('follow the port in the address when none is given', () => {
		const read = readEnv({ PORT: '4100' });
		expect(read.ok && read.value.origin.href).toBe('http://127.0.0.1:4100/');
	});
});
