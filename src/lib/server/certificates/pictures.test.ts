import { readdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { EICAR, openClamd } from '$tests/clamd';
import type { Clamd } from '$tests/clamd';
import { by, library, pdf, photo } from '$tests/media';
import { assets, audit } from '../db/schema';
import { libraryOf } from './designs';
import { heardPicture, takePicture } from './pictures';

// A seal or a background is sent in where certificates are designed, into the library of everybody.

const lib = await library();
let clamd: Clamd;
beforeAll(async () => {
	clamd = await openClamd();
});
afterAll(async () => {
	lib.close();
	await clamd.stop();
});
afterEach(() => {
	clamd.says = null;
	// Nothing of any upload stays among the incoming, whatever became of it.
	expect(readdirSync(lib.store.incoming)).toEqual([]);
});

const good = { 'upload.as': 'seal', 'upload.alt': ' 某某单位　印章 ', 'upload.licence': 'own' };
const form = (fields: Record<string, string>, file: Buffer | null, name = 'seal.png') => {
	const body = new FormData();
	for (const [key, value] of Object.entries(fields)) body.append(key, value);
	if (file) body.append('upload.file', new File([new Uint8Array(file)], name));
	return new Request('https://lian.example/', { method: 'POST', body });
};
async function send(fields: Record<string, string>, file: Buffer | null, name?: string) {
	const heard = await heardPicture(form(fields, file, name), lib.store.incoming);
	if (!heard) return 'no form';
	const taken = await takePicture(
		{
			...{ db: lib.db, store: lib.store, by: by('organizer') },
			scanner: { host: '127.0.0.1', port: clamd.port }
		},
		heard
	);
	return taken.ok ? taken.value : taken.refusals.map(({ field, reason }) => `${field} ${reason}`);
}
let seed = 0;
const picture = () => photo(60, 40, { format: 'png', seed: ++seed });

it('goes into the library with what is said of it, and can be chosen at once', async () => {
	const bytes = await picture();
	const said = await send({ ...good, 'upload.rights': '某单位' }, bytes);
	if (typeof said === 'string' || Array.isArray(said)) throw new Error(String(said));
	expect([said.as, said.held]).toEqual(['seal', false]);
	const [asset] = await lib.db.select().from(assets).where(eq(assets.id, said.id));
	expect(asset).toMatchObject({
		...{ altZh: '某某单位 印章', licence: 'own', rightsHolder: '某单位', form: 'photo' },
		uploadedBy: by('organizer').who!.id
	});
	expect((await libraryOf(lib.db)).map(({ id }) => id)).toContain(said.id);
	const told = await lib.db.select().from(audit).where(eq(audit.thing, said.id));
	expect(told.map(({ act }) => act)).toEqual(['upload']);
	// The same file once more is the same thing.
	expect(await send({ ...good, 'upload.as': 'picture' }, bytes)).toEqual({
		...{ id: said.id, as: 'picture', held: false }
	});
});

it('is refused with a reason, and nothing of it stays', async () => {
	const before = await lib.db.$count(assets);
	const bytes = await picture();
	expect(await send({ ...good, 'upload.alt': ' ' }, bytes)).toEqual(['upload.alt missing']);
	for (const licence of ['', 'unknown', 'mine'])
		expect(await send({ ...good, 'upload.licence': licence }, bytes)).toEqual([
			'upload.licence missing'
		]);
	expect(await send({ ...good, 'upload.alt': '字'.repeat(201) }, bytes)).toEqual([
		'upload.alt too-long'
	]);
	expect(await send(good, null)).toEqual(['upload.file no-file']);
	expect(await send(good, Buffer.alloc(0))).toEqual(['upload.file empty']);
	expect(await send(good, pdf('paper'), 'seal.pdf')).toEqual(['upload.file no-image']);
	expect(await send(good, Buffer.from('<svg onload="alert(1)"/>'))).toEqual(['upload.file vector']);
	expect(await send(good, Buffer.concat([bytes, Buffer.from(EICAR)]))).toEqual([
		'upload.file malware'
	]);
	expect(await lib.db.$count(assets)).toBe(before);
});

it('cannot be chosen before the scanner has seen it', async () => {
	clamd.says = 'ERROR\0';
	const said = await send(good, await picture());
	if (typeof said === 'string' || Array.isArray(said)) throw new Error(String(said));
	expect(said.held).toBe(true);
	expect((await libraryOf(lib.db)).map(({ id }) => id)).not.toContain(said.id);
});

it('a body that is no form, or breaks off, is heard as none', async () => {
	const none = new Request('https://lian.example/', { method: 'POST', body: 'x' });
	expect(await heardPicture(none, lib.store.incoming)).toBe(null);
	const whole = form(good, await picture());
	const bytes = Buffer.from(await whole.arrayBuffer());
	const broken = new Request('https://lian.example/', {
		...{ method: 'POST', headers: { 'content-type': whole.headers.get('content-type')! } },
		body: bytes.subarray(0, bytes.length - 300)
	});
	expect(await heardPicture(broken, lib.store.incoming)).toBe(null);
});
