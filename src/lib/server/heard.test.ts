import { expect, test } from 'vitest';
import { NOON } from '$tests/make';
import { heard, heardWithFile, MOST_FIELDS } from './heard';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const asking = (body: BodyInit, headers: Record<string, string> | undefined = form) => ({
	request: new Request('https://lian.invalid/', {
		method: 'POST',
		headers,
		body,
		duplex: 'half'
	} as RequestInit),
	locals: { by: { who: null, address: null, now: NOON }, now: NOON }
});

test('the moment of a request is when its last byte came, not its first', async () => {
	let clock = NOON;
	let line!: ReadableStreamDefaultController<Uint8Array>;
	const event = asking(new ReadableStream<Uint8Array>({ start: (open) => void (line = open) }));
	const bytes = new TextEncoder();
	line.enqueue(bytes.encode('sure=y'));
	const hearing = heard(event, () => clock);
	clock = NOON + 60_000;
	line.enqueue(bytes.encode('es'));
	line.close();
	expect((await hearing).get('sure')).toBe('yes');
	expect([event.locals.now, event.locals.by.now]).toEqual([clock, clock]);
});

test('a form says every text under a name, and is the same in both encodings', async () => {
	const parts = new FormData();
	for (const [name, value] of [
		['a', '一 +&'],
		['b', '二'],
		['a', '三']
	] as const)
		parts.append(name, value);
	const plain = new URLSearchParams([...parts] as [string, string][]).toString();
	for (const event of [asking(plain), asking(parts, {})]) {
		const sent = await heard(event);
		expect([sent.get('a'), sent.all('a'), sent.get('c'), sent.all('c')]).toEqual([
			'一 +&',
			['一 +&', '三'],
			null,
			[]
		]);
	}
});

test('a form of more fields than any of ours, or none at all, is refused and no defect', async () => {
	const many = Array(MOST_FIELDS).fill('a').join('&');
	expect((await heard(asking(many))).all('a').length).toBe(MOST_FIELDS);
	await expect(heard(asking(`${many}&a`))).rejects.toMatchObject({ status: 400 });
	const parts = new FormData();
	for (let n = 0; n <= MOST_FIELDS; n++) parts.append('a', '');
	await expect(heard(asking(parts, {}))).rejects.toMatchObject({ status: 400 });
	const junk = { 'content-type': 'multipart/form-data; boundary=x' };
	await expect(heard(asking('junk', junk))).rejects.toMatchObject({ status: 400 });
});

test('a form with a file is heard by the same clock, and by the same number of fields', async () => {
	const parts = new FormData();
	parts.append('name', '王');
	parts.append('letter', new File(['x'], 'letter.pdf'));
	const event = asking(parts, {});
	const form = await heardWithFile(event, () => NOON + 60_000);
	expect([form.get('name'), (form.get('letter') as File).name]).toEqual(['王', 'letter.pdf']);
	expect([event.locals.now, event.locals.by.now]).toEqual([NOON + 60_000, NOON + 60_000]);
	for (let n = 0; n <= MOST_FIELDS; n++) parts.append('a', '');
	await expect(heardWithFile(asking(parts, {}))).rejects.toMatchObject({ status: 400 });
});
