import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, expect, it, vi } from 'vitest';
import { ask } from './asking';
import { fileOf, film } from './films';
import { serve } from './serve';
import type { Served } from './serve';
import { stock } from './stock';

// A machine on which nobody installed ffmpeg, until somebody does.

const PASSWORD = 'jade-cong-2026-trail';
const dataDir = mkdtempSync(join(tmpdir(), 'liantu-bare-'));
const settings = { DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function states(): Promise<string[]> {
	const client = createClient({ url: `file:${dataDir}/liantu.db`, timeout: 5000 });
	try {
		const { rows } = await client.execute(
			"SELECT kind || ' ' || state AS line FROM jobs WHERE kind IN ('inspect', 'look', 'copies', 'captions') ORDER BY kind"
		);
		return rows.map(({ line }) => String(line));
	} finally {
		client.close();
	}
}

/** What films were inspected with. */
async function tools(): Promise<string[]> {
	const client = createClient({ url: `file:${dataDir}/liantu.db`, timeout: 5000 });
	try {
		const { rows } = await client.execute(
			"SELECT json_extract(facts, '$.tool') AS tool FROM films WHERE form = 'film' AND facts IS NOT NULL"
		);
		return rows.map(({ tool }) => String(tool).split(' ')[0]!);
	} finally {
		client.close();
	}
}

/** Pages and files as the organizer gets them. */
async function asOrganizer({ origin, port }: Served) {
	const answer = await fetch(`${origin}/login`, {
		...{ method: 'POST', redirect: 'manual', headers: { origin, accept: 'text/html' } },
		body: new URLSearchParams({ email: 'organizer@demo.invalid', password: PASSWORD })
	});
	const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
	return (path: string, range?: string) =>
		ask(port, path, {
			headers: { cookie: cookie.join('; '), accept: 'text/html', ...(range ? { range } : {}) }
		});
}

it('shows films as they came and says what is missing, and goes on once it is there', async () => {
	await (await serve(settings)).stop();
	const captions = [await fileOf('a.srt', '1\n00:00:00,500 --> 00:00:02,000\n清风\n')];
	const [sent] = await stock(dataDir, [await film({ seconds: 3 })], { captions });
	const { filmId } = sent!;

	const bare = await serve({ ...settings, PATH: dataDir });
	await vi.waitFor(
		async () =>
			expect(await states()).toEqual([
				'captions done',
				'copies waiting',
				'inspect done',
				'look waiting'
			]),
		{ timeout: 60_000, interval: 200 }
	);
	expect(await tools()).toEqual(['mediabunny']);
	const get = await asOrganizer(bare);
	const list = (await get('/studio/films')).text;
	expect([list.includes('没有安装 ffmpeg'), list.includes('等待安装 ffmpeg')]).toEqual([
		true,
		true
	]);
	const page = (await get(`/studio/films/${filmId}`)).text;
	const src = /<video[^>]* src="([^"]+\/playable)"/.exec(page)![1]!;
	const part = await get(src, 'bytes=0-99');
	expect([part.status, part.headers['content-type']]).toEqual([206, 'video/mp4']);
	expect(page).toMatch(/<track[^>]* srclang="zh"/);
	expect(await bare.stop()).toBe(0);

	const whole = await serve(settings);
	await vi.waitFor(
		async () => expect((await states()).filter((line) => !line.endsWith(' done'))).toEqual([]),
		{ timeout: 60_000, interval: 200 }
	);
	// What was looked at without it is looked at once more.
	expect(await tools()).toEqual(['ffmpeg']);
	const again = await asOrganizer(whole);
	expect((await again('/studio/films')).text).not.toContain('没有安装 ffmpeg');
	expect((await again(`/studio/films/${filmId}`)).text).toMatch(/<video[^>]* src="[^"]+\/720p"/);
	// A film whose bytes are gone is said to be, not a defect.
	const original = src.replace('/playable', '/original');
	expect((await again(original)).status).toBe(200);
	rmSync(join(dataDir, 'files', 'films', filmId, 'original'));
	const gone = await again(original);
	expect([gone.status, JSON.parse(gone.text).detail]).toEqual([404, '没有这个文件。']);
	expect(await whole.stop()).toBe(0);
}, 180_000);
