import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan, content } from '$tests/contests';
import { NOON } from '$tests/make';
import type { EntryContent } from './entry';
import { readStep } from './entry-form';
import type { Sent } from './entry-form';
import { mergeEntry } from './entry-merge';
import { entryShape } from './entry-shape';
import { ahead } from './timeline';

const plan = aPlan();
const shape = entryShape(plan, 'film');

/** A form with these fields; a name may come several times. */
const sent = (...fields: [string, string][]): Sent => ({
	get: (name) => fields.find(([one]) => one === name)?.[1] ?? null,
	all: (name) => fields.filter(([one]) => one === name).map(([, value]) => value)
});
const read = (step: Parameters<typeof readStep>[0], ...fields: [string, string][]) =>
	readStep(step, plan, 'film', sent(...fields), () => 'new');

describe('a part of the form', () => {
	it('says only what it asks, whatever else was sent', () => {
		expect(Object.keys(read('contact', ['title', 'x'], ['state', 'passed']))).toEqual(['contact']);
		expect(read('check', ['title', 'x'])).toEqual({});
	});

	it('leaves out rows of the crew that say nothing, and keeps the ids of the others', () => {
		const rows = read(
			'crew',
			...(['0', '1', '2'].map((at) => ['crew', at]) as [string, string][]),
			['crew.0.id', 'a'],
			['crew.0.name', '李'],
			['crew.0.role', 'director'],
			['crew.1.id', 'b'],
			['crew.1.name', ' '],
			['crew.2.id', '../c'],
			['crew.2.name', '周']
		);
		expect(rows.crew?.map(({ id, name }) => [id, name])).toEqual([
			['a', '李'],
			['new', '周']
		]);
	});

	it('takes no answer about machines for none', () => {
		expect(read('statements').ai).toBe(null);
		expect(read('statements', ['ai.used', 'no'], ['ai.kinds', 'voice']).ai).toEqual({
			kinds: [],
			note: null
		});
		expect(read('statements', ['ai.used', 'yes'], ['ai.kinds', 'voice']).ai?.kinds).toEqual([
			'voice'
		]);
		expect(read('statements', ['ai.used', 'yes']).ai).toBe(null);
	});

	it('is always of a shape that is kept, whatever somebody types', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 30 }), (long, short) => {
				for (const part of [
					read('work', ['title', long], ['synopsis', long], ['madeOn', short.slice(0, 30)]),
					read('crew', ['crew', '0'], ['crew.0.name', long], ['crew.0.age', short]),
					read('contact', ['contact.name', long], ['contact.phone', short])
				])
					expect(shape.safeParse(part).success).toBe(true);
			})
		);
	});
});

describe('the work of two people', () => {
	const title = fc.constantFrom('甲', '乙', '丙');
	const text = fc.record({ title, synopsis: title, unit: title });

	it('is merged so that no word of either is lost: it stands, or is told', () => {
		fc.assert(
			fc.property(text, text, text, (began, theirs, mine) => {
				const stands: EntryContent = { ...content(), ...theirs };
				const { content: merged, clashes } = mergeEntry(began, stands, mine);
				for (const field of ['title', 'synopsis', 'unit'] as const) {
					const told = clashes.find((one) => one.field === field);
					const [b, t, m] = [began[field], theirs[field], mine[field]];
					const clash = b !== m && b !== t && m !== t;
					expect([field, !!told, merged[field]]).toEqual([
						field,
						clash,
						clash ? t : b === m ? t : m
					]);
				}
			})
		);
	});

	it('keeps members of the crew that either added, and takes out whom either removed', () => {
		const one = (id: string, name = id) => ({ ...content().crew[0]!, id, name });
		const stands = content({ crew: [one('a'), one('b'), one('c')] });
		const { content: merged, clashes } = mergeEntry({ crew: [one('a'), one('b')] }, stands, {
			crew: [one('d'), one('a', '改')]
		});
		expect([merged.crew.map(({ id, name }) => [id, name]), clashes]).toEqual([
			[
				['d', 'd'],
				['a', '改'],
				['c', 'c']
			],
			[]
		]);
	});
});

describe('what comes next', () => {
	const standing = { channel: 'person' as const, correctBy: null, recommended: null };
	const keys = (state: Parameters<typeof ahead>[1]['state'], now = NOON, over = {}) =>
		ahead(plan, { ...standing, state, ...over }, now).map(({ key }) => key);
	const { closesAt, noticeFrom, resultsAt } = plan.dates;

	it('is told from the state and the dates, the present first', () => {
		expect(keys('draft').slice(0, 2)).toEqual(['submit', 'check']);
		expect(keys('draft', closesAt! + 1)).toEqual(['grace']);
		expect(keys('draft', closesAt! + 3_600_000)).toEqual(['missed']);
		expect(keys('submitted')).toEqual(['check', 'round', 'round', 'round', 'notice', 'results']);
		expect(keys('returned')[0]).toBe('correct');
		expect(keys('returned', plan.dates.correctUntil!)).toEqual(['correction-over']);
		expect(keys('refused')).toEqual(['refused']);
		expect(keys('withdrawn')).toEqual(['withdrawn']);
		expect(keys('passed', resultsAt!)).toEqual(['over']);
		expect(keys('passed', noticeFrom! - 1).at(-2)).toBe('notice');
	});

	it('names every level that an entry of a unit still waits for', () => {
		const levels = ahead(plan, { ...standing, channel: 'unit', state: 'submitted' }, NOON)
			.filter(({ key }) => key === 'recommend')
			.map(({ level }) => level);
		expect(levels).toEqual(['town', 'district']);
	});
});
