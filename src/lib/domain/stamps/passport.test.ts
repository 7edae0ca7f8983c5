import { describe, expect, it } from 'vitest';
import {
	MOST,
	addPerson,
	addStamps,
	bundleOf,
	currentOf,
	keepPassed,
	keepReserved,
	layIn,
	newHousehold,
	readBundle,
	readHousehold,
	removePerson,
	rename
} from './passport';
import type { Kept } from './passport';

const stamp = (place: string, over: Partial<Kept> = {}): Kept => ({
	...{ stamp: `S-${place}`, place, day: '2026-11-22', name: place, near: null },
	...over
});
const one = newHousehold('me');

describe('a household', () => {
	it('is read back as it was kept', () => {
		const kept = keepPassed(
			addStamps(addPerson(one, 'kid', '小宝'), 'kid', [stamp('a')]),
			'me',
			3,
			'P'
		);
		expect(readHousehold(JSON.stringify(kept), 'new')).toEqual(kept);
	});

	it('begins anew where nothing can be read, and leaves out what is no stamp', () => {
		for (const text of [null, '', '{', '[]', '{"passports":[]}', '{"passports":[{"id":7}]}'])
			expect(readHousehold(text, 'new')).toEqual(newHousehold('new'));
		const torn = {
			passports: [{ id: 'x', stamps: [stamp('a'), { stamp: 1 }, null] }],
			current: 'y'
		};
		const read = readHousehold(JSON.stringify(torn), 'new');
		expect([read.current, currentOf(read).stamps]).toEqual(['x', [stamp('a')]]);
	});

	it('has so many passports and no more, and never none', () => {
		let many = one;
		for (let i = 0; i < 20; i++) many = addPerson(many, `p${i}`, '很长很长很长很长很长的昵称');
		expect(many.passports.length).toBe(MOST.passports);
		expect([...currentOf(many).nick].length).toBe(MOST.nick);
		expect(removePerson(one, 'me', 'spare')).toEqual(newHousehold('spare'));
		expect(removePerson(addPerson(one, 'kid', '小宝'), 'kid', 'spare')).toEqual(one);
	});
});

describe('a passport', () => {
	it('keeps the first stamp of a place; a later one only brings the look at the position', () => {
		const first = addStamps(one, 'me', [stamp('a')]);
		const again = addStamps(first, 'me', [
			stamp('a', { stamp: 'S2', day: '2026-12-01', near: true })
		]);
		expect(currentOf(again).stamps).toEqual([stamp('a', { near: true })]);
	});

	it('is carried without its nickname and laid into another without losing anything', () => {
		const mine = keepReserved(
			keepPassed(addStamps(rename(one, 'me', '奶奶'), 'me', [stamp('a')]), 'me', 1, 'P1'),
			'me',
			{ book: 1, code: 'C', until: '2026-12-01' }
		);
		const bundle = bundleOf(currentOf(mine));
		expect(JSON.stringify(bundle)).not.toContain('奶奶');
		const there = addStamps(newHousehold('there'), 'there', [stamp('b')]);
		const laid = currentOf(layIn(there, 'there', readBundle(JSON.parse(JSON.stringify(bundle)))!));
		expect(laid).toEqual({
			...{ id: 'there', nick: '', stamps: [stamp('b'), stamp('a')], passed: { 1: 'P1' } },
			reserved: [{ book: 1, code: 'C', until: '2026-12-01' }]
		});
	});

	it('is no bundle of another kind', () => {
		for (const value of [null, 7, 'x', {}, { kind: 'other', stamps: [] }])
			expect(readBundle(value)).toBe(null);
	});
});
