import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refuse } from '$lib/domain/refusal';
import { NOON } from '$tests/make';
import { asRole } from '$tests/people';
import { shared } from '../shared';
import { sendPlain } from './entry-send';

const folder = mkdtempSync(join(tmpdir(), 'liantu-forms-'));
// A desk that takes nothing: only how files come to it is looked at.
const desk = { open: async () => refuse({ field: 'file', reason: 'asked' }) };
beforeAll(() => void (shared.uploads = desk as unknown as typeof shared.uploads));
afterAll(() => {
	shared.uploads = null;
	rmSync(folder, { recursive: true });
});

const headers = { 'content-type': 'multipart/form-data; boundary=x' };
const before = '--x\r\ncontent-disposition: form-data; name="slot"\r\n\r\nposter\r\n--x\r\n';
const file = 'content-disposition: form-data; name="file"; filename="a.png"\r\n\r\nbytes';

/** A form of somebody, held before its end until it is let go. */
function sending(id: string) {
	let line!: ReadableStreamDefaultController<Uint8Array>;
	const body = new ReadableStream<Uint8Array>({ start: (open) => void (line = open) });
	const bytes = new TextEncoder();
	line.enqueue(bytes.encode(before + file));
	const request = new Request('https://lian.invalid/', {
		...{ method: 'POST', headers, body, duplex: 'half' }
	} as RequestInit);
	const sent = sendPlain(asRole('contestant', { id }), 'entry', request, folder);
	const end = async () => {
		line.enqueue(bytes.encode('\r\n--x--\r\n'));
		line.close();
		const { slot, kept } = await sent;
		return [slot, kept.ok ? '' : kept.refusals[0]!.reason];
	};
	return { sent, end };
}

it('one person sends two files by plain forms at once, and keeps nobody else waiting', async () => {
	const [one, two] = [sending('li'), sending('li')];
	const { slot, kept } = await sending('li').sent;
	expect([slot, kept]).toMatchObject(['poster', { refusals: [{ reason: 'busy' }] }]);
	expect(await sending('zhou').end()).toEqual(['poster', 'asked']);
	expect([await one.end(), await two.end()]).toEqual([
		['poster', 'asked'],
		['poster', 'asked']
	]);
	expect(await sending('li').end()).toEqual(['poster', 'asked']);
});

it('what a form that was killed left behind is gone after a day', async () => {
	const forms = join(folder, 'incoming', 'forms');
	mkdirSync(forms, { recursive: true });
	writeFileSync(join(forms, 'left'), 'x');
	utimesSync(join(forms, 'left'), (NOON - 90_000_000) / 1000, (NOON - 90_000_000) / 1000);
	await sending('wang').end();
	expect(readdirSync(forms)).toEqual([]);
});
