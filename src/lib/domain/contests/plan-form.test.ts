import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan } from '../../../../tests/contests';
import { after, draftOf, readDeed, rowsAt, wordAt } from './plan-draft';
import type { Draft, DraftOf } from './plan-draft';
import { fieldsOf, listAt } from './plan-fields';
import { blankRow, readPart, writePart } from './plan-form';
import { planRefusals } from './plan-issues';
import { partOf, planSections, withPart } from './plan-parts';
import { planShape } from './plan-shape';

const plan = aPlan();

/** A draft as the pairs a browser would send: unticked boxes say nothing. */
const pairs = (draft: Draft, name = ''): [string, string][] =>
	typeof draft === 'string'
		? draft === ''
			? []
			: [[name, draft]]
		: Object.entries(draft).flatMap(([key, inner]) =>
				pairs(inner as Draft, name ? `${name}.${key}` : key)
			);

describe('a form of a plan', () => {
	for (const locale of ['zh', 'en'] as const)
		it(`says the same again when it is read, on every page (${locale})`, () => {
			for (const part of [...planSections, 'category:film', 'category:video'] as const) {
				const fields = fieldsOf(part);
				const draft = draftOf(pairs(writePart(fields, partOf(plan, part), locale)));
				const again = withPart(plan, part, readPart(fields, draft));
				expect(planShape.parse(again), part).toEqual(plan);
			}
		});

	it('leaves out names no form of ours has', () => {
		const draft = draftOf([
			['__proto__.polluted', 'yes'],
			['a.b', '1'],
			['a.__proto__', '2'],
			['1.2.3.4.5.6.7.8.9', '3'],
			['rows.5.id', 'second'],
			['rows.2.id', 'first']
		]);
		expect(draft).toEqual({ a: { b: '1' }, rows: [{ id: 'first' }, { id: 'second' }] });
		expect(({} as Record<string, unknown>).polluted).toBe(undefined);
	});

	it('without a film asks for none', () => {
		const [film] = [readPart(fieldsOf('category:film'), draftOf([['film.maxBytes', '2 GB']]))];
		expect(film).toEqual({ film: null, materials: [] });
	});
});

describe('what nobody meant to send', () => {
	const names = planSections.flatMap((part) =>
		pairs(writePart(fieldsOf(part), partOf(plan, part), 'zh')).map(([name]) => name)
	);
	const sent = fc.array(
		fc.tuple(
			fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 40 })),
			fc.oneof(fc.string(), fc.constantFrom('on', '5:00', '2026-02-30', '-1', '9'.repeat(400)))
		),
		{ maxLength: 60 }
	);

	it('is taken or refused, and never breaks anything', () => {
		fc.assert(
			fc.property(sent, fc.constantFrom(...planSections), (given, part) => {
				const draft = draftOf(given);
				const read = planShape.safeParse(withPart(plan, part, readPart(fieldsOf(part), draft)));
				return read.success || planRefusals(read.error.issues).length > 0;
			}),
			{ numRuns: 300 }
		);
	});
});

describe('the rows of a form', () => {
	const draft: DraftOf = { list: [{ id: 'a' }, { id: 'b', inner: [{ id: 'x' }] }, { id: 'c' }] };
	const ids = (deed: string) =>
		rowsAt(after(draft, readDeed(deed)!, { id: 'new' }), 'list').map((row) => wordAt(row, 'id'));

	it('are added, taken out and moved by one', () => {
		expect(ids('add:list')).toEqual(['a', 'b', 'c', 'new']);
		expect(ids('remove:list.1')).toEqual(['a', 'c']);
		expect(ids('up:list.2')).toEqual(['a', 'c', 'b']);
		expect(ids('down:list.0')).toEqual(['b', 'a', 'c']);
	});

	it('stay where nothing can be done', () => {
		for (const deed of ['up:list.0', 'down:list.2', 'remove:list.9', 'up:list'])
			expect(ids(deed)).toEqual(['a', 'b', 'c']);
		expect(readDeed('drop:list')).toBe(null);
	});

	it('within a row are its own', () => {
		const grown = after(draft, readDeed('add:list.1.inner')!, { id: 'y' });
		expect(rowsAt(grown, 'list.1.inner')).toEqual([{ id: 'x' }, { id: 'y' }]);
	});

	it('begin as their list says', () => {
		const list = listAt(fieldsOf('category:film'), 'materials')!;
		expect(blankRow(list, 'm-1')).toEqual({
			id: 'm-1',
			kind: 'file',
			max: '1',
			maxBytes: '20 MB',
			jury: 'on'
		});
		expect(listAt(fieldsOf('form'), 'questions.3.options')!.most).toBe(30);
		expect(listAt(fieldsOf('form'), 'aiKinds')).toBe(null);
	});
});
