import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { draws, rounds } from '../src/lib/server/db/schema';
import { nextWave } from '../src/lib/server/judging/adaptive';
import { drawFile } from '../src/lib/server/judging/assignment-file';
import { leave } from '../src/lib/server/judging/panel';
import { opened, office, value } from '../tests/assigning';
import { scored } from '../tests/judging';
import { emptyDb } from '../tests/make';
import { differences, redraw } from './draw';
import type { DrawFile } from './draw';

const files: DrawFile[] = [];
let seed: string;

/** A first draw, a repair after somebody left, and a further wave, as the office takes them home. */
beforeAll(async () => {
	const db = await emptyDb();
	const round = await opened(db, {
		...{ entries: 30, jurors: 6 },
		plan: {
			...{ perEntry: 2, aggregate: 'calibrated', adaptive: { on: true, most: 5 } },
			...{ expertise: true },
			selection: { within: 'all', count: 10, quotas: {}, least: null }
		}
	});
	const { roundId, editionId } = round;
	value(await leave(db, office, { roundId, jurorId: round.jurors[5]!.id, why: '出差' }));
	await scored(db, round, (entry, juror) => 55 + entry + juror + ((entry * 7 + juror * 13) % 11));
	value(await nextWave(db, office, roundId, { budget: 30 }));
	for (const { id } of await db.select().from(draws).orderBy(draws.number)) {
		const file = await drawFile(db, office, { editionId, roundId, drawId: id });
		files.push(JSON.parse(file!.text) as DrawFile);
	}
	const [row] = await db.select().from(rounds).where(eq(rounds.id, roundId));
	seed = row!.seed!;
});

describe('a draw made again', () => {
	it('is the portal’s, for the first draw, a repair and a further wave', () => {
		expect(files.map(({ kind }) => kind)).toEqual(['draw', 'repair', 'adaptive']);
		for (const file of files) {
			const drawn = redraw(file);
			expect([file.kind, differences(file, drawn, seed)]).toEqual([file.kind, []]);
			expect(drawn!.length).toBe(file.kind === 'adaptive' ? 30 : 60);
		}
	});

	it('is told apart where a hash, a pair, a juror or the seed is another', () => {
		const said = (file: DrawFile, from: string, to: string) => {
			const other = { ...file, ask: file.ask.replaceAll(from, to) };
			return differences(other, redraw(other), seed);
		};
		for (const file of files) {
			const other = said(file, seed, seed.replace(/./g, 'f'));
			expect(other[0]).toBe('what was asked is not what was hashed');
			expect(other.at(-1)).toBe('the seed is not that of the round');
			const moved = redraw(file)!.slice(1);
			expect(differences(file, moved)).toEqual([
				'what was drawn again is not what the portal drew'
			]);
		}
		const [first, repair] = files as [DrawFile, DrawFile];
		expect(differences({ ...repair, number: 3 }, redraw(repair))).toEqual([
			'the seed is not the one this draw has to take'
		]);
		// Of few that are left a repair may be the only one; a first draw has many ways to come out.
		expect(said(first, seed, seed.replace(/./g, 'f'))).toHaveLength(3);
		const chosen = said(first, seed, `${seed}/repair/2`);
		expect(chosen).toContain('the seed is not the one this draw has to take');
		expect(said(first, '"per":2', '"per":9')).toEqual([
			'what was asked is not what was hashed',
			'no draw follows from what was asked'
		]);
	});
});
