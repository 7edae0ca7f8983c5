import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDesign } from '$lib/domain/certificates/design';
import type { Design } from '$lib/domain/certificates/design';
import { anEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { drawn, draws } from '$tests/paper';
import { asRole } from '$tests/people';
import type { Db } from '../db/open';
import { assets, certificateDesigns, uses } from '../db/schema';
import { write } from '../db/write';
import { originalPath, storeOf } from '../media/store';
import { designOf, saveDesign, versionsOf } from './designs';
import { groundOf, sampleFacts } from './facts';
import { paperOf, pictureOf } from './press';

const by = asRole('organizer');
let db: Db;
let dataDir: string;
let editionId: string;
beforeEach(async () => {
	db = await emptyDb();
	dataDir = await mkdtemp(join(tmpdir(), 'liantu-designs-'));
	({ editionId } = await anEdition(db));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const env = () => ({ dataDir, storageUrl: `file:${dataDir}/files`, films: {} as never });
const save = (from: number, design: Design) => saveDesign(db, by, editionId, { from, design });

/** A picture in the library: a full red circle on nothing, or all of one colour. */
async function laid(shape: 'seal' | 'full', over: Partial<typeof assets.$inferInsert> = {}) {
	const svg =
		shape === 'seal'
			? '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><circle cx="200" cy="200" r="200" fill="#a00000"/></svg>'
			: '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#203040"/></svg>';
	const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const path = originalPath(storeOf(env()), sha256);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, bytes);
	const [row] = await write(db, (tx) =>
		tx
			.insert(assets)
			.values({
				...{ form: 'photo', originalName: `${shape}.png`, sha256, bytes: bytes.length },
				...{ key: `library/aa/${sha256.slice(0, 32)}.jpg`, type: 'image/jpeg' },
				...{ width: shape === 'seal' ? 400 : 800, height: shape === 'seal' ? 400 : 600 },
				...over
			})
			.returning()
	);
	return row!.id;
}

const withSeal = (asset: string): Design => ({
	...newDesign(),
	seal: { ...newDesign().seal, asset }
});

describe('the design of an edition', () => {
	it('is the house’s own until somebody saves one, and every version stays', async () => {
		expect(await designOf(db, editionId)).toEqual({ version: 0, design: newDesign() });
		expect(await save(0, newDesign('portrait'))).toEqual({ ok: true, value: 1 });
		expect(await save(1, newDesign('landscape', 'en'))).toEqual({ ok: true, value: 2 });
		expect((await designOf(db, editionId))!.version).toBe(2);
		expect((await designOf(db, editionId, 1))!.design.turn).toBe('portrait');
		expect(await designOf(db, editionId, 7)).toBe(null);
		expect((await versionsOf(db, editionId)).map(({ version }) => version)).toEqual([2, 1]);
	});

	it('of two who save at once one is told that the other was first', async () => {
		const both = await Promise.all([save(0, newDesign()), save(0, newDesign('portrait'))]);
		expect(both.map(({ ok }) => ok)).toEqual([true, false]);
		expect(both[1]).toEqual({ ok: false, refusals: [{ field: '', reason: 'changed' }] });
	});

	it('is saved by those who organize', async () => {
		const refused = { ok: false, refusals: [{ field: '', reason: 'forbidden' }] };
		for (const role of ['editor', 'juror', 'contestant'] as const)
			expect(
				await saveDesign(db, asRole(role), editionId, { from: 0, design: newDesign() })
			).toEqual(refused);
		expect(await db.select().from(certificateDesigns)).toEqual([]);
	});

	it('bears no picture that is in the trash, or whose people were not asked', async () => {
		const trashed = await laid('seal', { trashedAt: NOON });
		const asked = await laid('seal', { consent: 'needed' });
		for (const asset of [trashed, asked, '0'.repeat(20)])
			expect(await save(0, withSeal(asset))).toEqual({
				ok: false,
				refusals: [{ field: 'seal.asset', reason: 'no-picture' }]
			});
	});

	it('holds its pictures in the library while any version shows them, and never in public', async () => {
		const asset = await laid('seal');
		await save(0, withSeal(asset));
		await save(1, newDesign());
		expect(await db.select().from(uses)).toEqual([
			{ assetId: asset, noun: 'certificates', itemId: editionId, field: '', live: false }
		]);
	});
});

describe('a design with pictures', () => {
	const sample = async (design: Design) => {
		const ground = (await groundOf(db, editionId))!;
		return paperOf(db, env(), design, sampleFacts(ground, design, NOON));
	};

	it.skipIf(!draws)('shows a seal in ink, and through it what lies under it', async () => {
		const bare = newDesign();
		const sealed = withSeal(await laid('seal'));
		const [without, with_] = [await sample(bare), await sample(sealed)];
		expect(with_.includes('/SMask')).toBe(true);
		// Four centimetres of red at 100 dpi are some 19,000 points; its corners are empty.
		const more = (await drawn(with_)) - (await drawn(without));
		expect([more > 17_000, more < 21_000]).toEqual([true, true]);
		expect(Buffer.compare(with_, await sample(sealed))).toBe(0);
	});

	it.skipIf(!draws)('fills the page with a picture, whatever its shape', async () => {
		const picture = await laid('full');
		const design: Design = { ...newDesign(), background: 'picture', picture };
		expect(await drawn(await sample(design))).toBeGreaterThan(900_000);
	});

	it('is not printed without a picture it asks for: that would be another certificate', async () => {
		const asset = await laid('seal');
		await write(db, (tx) => tx.update(assets).set({ sha256: 'f'.repeat(64) }));
		await expect(sample(withSeal(asset))).rejects.toThrow('not in the media library');
		await write(db, (tx) => tx.delete(assets).where(eq(assets.id, asset)));
		await expect(sample(withSeal(asset))).rejects.toThrow('not in the media library');
	});

	it('is shown on the screen with addresses of its pictures, and nothing that could run', async () => {
		const design = withSeal(await laid('seal'));
		const ground = (await groundOf(db, editionId))!;
		const facts = { ...sampleFacts(ground, design, NOON), entry: '<script>alert(1)</script>' };
		const svg = await pictureOf(db, env(), design, facts, (asset) => `/own/${asset}?a=1&b="`);
		expect(svg).toContain(`/own/${design.seal.asset}?a=1&amp;b=&quot;`);
		expect(/<script|onload|javascript:/i.test(svg)).toBe(false);
	});
});
